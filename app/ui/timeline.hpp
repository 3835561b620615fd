#pragma once

#include "app/state/ruler.hpp"
#include "app/ui/panels.hpp"

#include <imgui.h>

#include <optional>

namespace app {

/// Where the slider lies on the screen, and the time it shows. The parts of the timeline share it.
struct Track
{
    ImVec2 at; ///< left end of its middle line
    float width = 0;
    geo::Span span;

    [[nodiscard]] float x(geo::Instant t) const { return at.x + static_cast<float>(share_of(span, t)) * width; }
    /// The same, held within the track.
    [[nodiscard]] float held_x(geo::Instant t) const;
    [[nodiscard]] geo::Instant instant(float px) const;
};

/// Buttons, date, and how fast time runs: the upper row.
void draw_transport(PanelContext const &context, float height, Actions &actions);
/// Marks with their hours and dates under the line.
void draw_ruler(PanelContext const &context, Track const &track);
/// Events over the line: a tick each, where they crowd a strip by their number, bars for what lasts.
/// \return the one under the pointer
std::optional<geo::Index> draw_event_marks(PanelContext const &context, Track const &track);
/// What each unit does, a lane each.
void draw_lanes(PanelContext const &context, Track const &track, float height, Actions &actions);

} // namespace app
