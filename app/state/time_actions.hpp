#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <variant>

namespace app {

// What moves the clock and its ruler. carry_out() of each is in time_actions.cpp.

struct TogglePlay
{};
struct SetPlaying
{
    bool playing = false;
};
struct SetInstant
{
    geo::Instant at{};
};
/// By a unit that fits the ruler.
struct StepTime
{
    int steps = 1;
};
/// To the start of the next or previous event, which is selected.
struct StepEvent
{
    int steps = 1;
};
/// To the start of this event, which is selected.
struct GoToEvent
{
    geo::Index event = 0;
};
struct GoToStart
{};
struct GoToEnd
{};
/// > 1 shows a shorter time; `about` stays in its place.
struct ZoomRuler
{
    geo::Instant about{};
    double factor = 1;
};
struct PanRuler
{
    geo::Seconds by{};
};
struct SetRate
{
    double rate = 3600;
};
struct SetPace
{
    Pace pace = Pace::steady;
};
/// Playing stays within the span, or runs on if there is none.
struct SetLoop
{
    std::optional<geo::Span> span;
};
/// Between story pace and a steady one.
struct TogglePace
{};
/// Of what the ruler shows; or none.
struct ToggleLoop
{};
/// The timeline shows what each unit does.
struct ToggleLanes
{};
/// The ruler about the clock.
struct ZoomRulerStep
{
    int steps = 1;
};
/// Real time that has passed.
struct Tick
{
    double seconds = 0;
};

using TimeActions =
    std::variant<TogglePlay, SetPlaying, SetInstant, StepTime, StepEvent, GoToEvent, GoToStart, GoToEnd, ZoomRuler,
                 PanRuler, SetRate, SetPace, SetLoop, TogglePace, ToggleLoop, ToggleLanes, ZoomRulerStep, Tick>;

void carry_out(TogglePlay const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetPlaying const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetInstant const &action, ViewerState &state, Surroundings const &in);
void carry_out(StepTime const &action, ViewerState &state, Surroundings const &in);
void carry_out(StepEvent const &action, ViewerState &state, Surroundings const &in);
void carry_out(GoToEvent const &action, ViewerState &state, Surroundings const &in);
void carry_out(GoToStart const &action, ViewerState &state, Surroundings const &in);
void carry_out(GoToEnd const &action, ViewerState &state, Surroundings const &in);
void carry_out(ZoomRuler const &action, ViewerState &state, Surroundings const &in);
void carry_out(PanRuler const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetRate const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetPace const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetLoop const &action, ViewerState &state, Surroundings const &in);
void carry_out(TogglePace const &action, ViewerState &state, Surroundings const &in);
void carry_out(ToggleLoop const &action, ViewerState &state, Surroundings const &in);
void carry_out(ToggleLanes const &action, ViewerState &state, Surroundings const &in);
void carry_out(ZoomRulerStep const &action, ViewerState &state, Surroundings const &in);
void carry_out(Tick const &action, ViewerState &state, Surroundings const &in);

} // namespace app
