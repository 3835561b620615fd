#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

namespace app {

/// Whether a story drives camera and clock.
[[nodiscard]] bool is_telling(ViewerState const &state);

/// The camera of the step that is told. \pre a story is told
[[nodiscard]] Camera step_camera(ViewerState const &state, Surroundings const &in);
/// Seconds of real time until camera and clock of the step have come to rest. \pre a story is told
[[nodiscard]] double step_seconds(ViewerState const &state, Surroundings const &in);

/// Begins a step of the told story: the camera sets out, the clock goes to its start. \pre the step exists
void begin_step(ViewerState &state, Surroundings const &in, std::size_t step);

/// Carries the story on by real time: flight, clock, and of an automatic story the next beats and steps.
void tell(ViewerState &state, double seconds, Surroundings const &in);

/// Goes on by a beat, or back by one. At the last beat of the story nothing happens.
void advance(ViewerState &state, int beats, Surroundings const &in);

/// The viewer looks about: the story waits.
void leave_step(ViewerState &state);
/// Flies back to what the step shows; its clock goes on where it was left.
void return_to_step(ViewerState &state, Surroundings const &in);
/// Play was pressed: goes on, or runs the step once more where it has come to its end.
void go_on(ViewerState &state, Surroundings const &in);
/// After the view's size, scale or mode changed: the step fills its stage again.
void keep_stage(ViewerState &state, Surroundings const &in);

} // namespace app
