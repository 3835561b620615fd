#pragma once

#include "app/state/view.hpp"

#include "geo/model/atlas.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace app {

/// What of a step has been shown so far. A step without question has the first two only.
enum class Beat : std::uint8_t {
    warned,  ///< its content note stands before it: nothing is told until the viewer goes on
    told,    ///< map and text
    asked,   ///< the question
    answered ///< the answer as well
};

/// Where the telling of a story stands. A small part of ViewerState; plain values.
struct StoryPlay
{
    std::optional<geo::Index> story; ///< into Atlas::stories; none: no story is told
    std::size_t step = 0;
    Beat beat = Beat::told;
    double flown = 0;                    ///< real seconds since the camera set out to the step
    double run = 0;                      ///< real seconds for which the step's clock has run
    double in_beat = 0;                  ///< real seconds since this beat began
    bool exploring = false;              ///< the viewer has left the step's view; one action brings it back
    bool automatic = false;              ///< goes on by itself at reading pace
    bool loop = false;                   ///< after the last step comes the first
    bool skip_noted = false;             ///< steps with a content note are passed over
    Camera from;                         ///< where the camera set out
    std::set<std::string> hidden_before; ///< layers that were switched off when the story began
    friend bool operator==(StoryPlay const &, StoryPlay const &) = default;
};

/// The step that is told; null if none is.
[[nodiscard]] geo::StoryStep const *told_step(StoryPlay const &play, geo::Atlas const &atlas);

/// The story that one key begins: for the class, about the moment with which the atlas opens; else the first.
[[nodiscard]] std::optional<geo::Index> first_story(geo::Atlas const &atlas);

/// Steps that `play` would tell: all, or those without a content note.
[[nodiscard]] std::optional<std::size_t> step_beyond(StoryPlay const &play, geo::Story const &story, int steps);

/// The beat with which a step begins, and the one after another; nothing after the last.
[[nodiscard]] Beat first_beat(geo::StoryStep const &step);
[[nodiscard]] std::optional<Beat> beat_after(geo::StoryStep const &step, Beat beat);
[[nodiscard]] std::optional<Beat> beat_before(geo::StoryStep const &step, Beat beat);

/// Seconds for which a beat stands when the story goes by itself.
/// \param moving seconds of the camera's flight and the clock's run
[[nodiscard]] double beat_seconds(geo::StoryStep const &step, Beat beat, std::string_view language, double moving);

} // namespace app
