#include "app/state/time_actions.hpp"

#include "app/state/camera_follow.hpp"
#include "app/state/moments.hpp"
#include "app/state/ruler.hpp"
#include "app/story/telling.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

geo::Span const &span_of(Surroundings const &in)
{
    return in.atlas.info.span;
}

/// The span's end is outside it: the last instant that can be shown.
geo::Instant last(Surroundings const &in)
{
    return span_of(in).end - geo::Seconds{1};
}

constexpr geo::Seconds shortest_loop{60};

void go(geo::Instant t, ViewerState &state, Surroundings const &in)
{
    state.now = std::clamp(t, span_of(in).begin, last(in));
    state.now_fraction = 0;
    state.ruler = follow(state.ruler, state.now, span_of(in));
    follow_unit(state, in);
}

/// The moments of all events within the atlas's time that the filter shows, in order.
std::vector<std::pair<geo::Instant, geo::Index>> moments_of(ViewerState const &state, Surroundings const &in)
{
    std::vector<std::pair<geo::Instant, geo::Index>> moments;
    for (std::size_t i = 0; i < in.atlas.events.size(); ++i) {
        auto const &event = in.atlas.events[i];
        if (auto const t = moment_of(event);
            span_of(in).contains(t) && geo::passes(in.atlas, state.desk.filter, event)) {
            moments.emplace_back(t, static_cast<geo::Index>(i));
        }
    }
    std::ranges::stable_sort(moments);
    return moments;
}

} // namespace

void carry_out(TogglePlay const &, ViewerState &state, Surroundings const &in)
{
    if (is_telling(state) && !state.playing) {
        go_on(state, in);
        return;
    }
    carry_out(SetPlaying{!state.playing}, state, in);
}

void carry_out(SetPlaying const &action, ViewerState &state, Surroundings const &in)
{
    state.playing = action.playing;
    if (state.playing && state.loop && !state.loop->contains(state.now)) {
        go(state.loop->begin, state, in);
    } else if (state.playing && state.now >= last(in)) {
        go(span_of(in).begin, state, in); // played to the end: from the start again
    }
}

void carry_out(SetInstant const &action, ViewerState &state, Surroundings const &in)
{
    go(action.at, state, in);
}

void carry_out(StepTime const &action, ViewerState &state, Surroundings const &in)
{
    go(state.now + step_for(state.ruler) * action.steps, state, in);
}

void carry_out(StepEvent const &action, ViewerState &state, Surroundings const &in)
{
    auto const moments = moments_of(state, in);
    // Several events may share a moment: the selected one tells which of them we stand at.
    auto const here = std::pair{state.now, state.selection.index};
    bool const at_event = state.selection.kind == Kind::event && std::ranges::binary_search(moments, here);
    auto const from = at_event ? here : std::pair{state.now, geo::Index{0}};
    auto const position = std::ranges::lower_bound(moments, from) - moments.begin();
    auto const target = position + action.steps - (action.steps > 0 && !at_event ? 1 : 0);
    if (target >= 0 && target < std::ssize(moments)) {
        carry_out(GoToEvent{moments[static_cast<std::size_t>(target)].second}, state, in);
    }
}

void carry_out(GoToEvent const &action, ViewerState &state, Surroundings const &in)
{
    go(moment_of(in.atlas.events.at(action.event)), state, in);
    state.selection = {Kind::event, action.event};
    state.panels.set(Panel::card, true);
    bring_into_view(state, in);
}

void carry_out(GoToStart const &, ViewerState &state, Surroundings const &in)
{
    go(span_of(in).begin, state, in);
}

void carry_out(GoToEnd const &, ViewerState &state, Surroundings const &in)
{
    go(span_of(in).end, state, in);
}

void carry_out(ZoomRuler const &action, ViewerState &state, Surroundings const &in)
{
    state.ruler = zoom_ruler(state.ruler, action.about, action.factor, span_of(in));
}

void carry_out(PanRuler const &action, ViewerState &state, Surroundings const &in)
{
    state.ruler = pan_ruler(state.ruler, action.by, span_of(in));
}

void carry_out(SetRate const &action, ViewerState &state, Surroundings const &)
{
    state.rate = std::clamp(action.rate, slowest_rate, fastest_rate);
    state.pace = Pace::steady;
}

void carry_out(SetPace const &action, ViewerState &state, Surroundings const &)
{
    state.pace = action.pace;
}

void carry_out(SetLoop const &action, ViewerState &state, Surroundings const &in)
{
    state.loop.reset();
    if (action.span && action.span->overlaps(span_of(in))) {
        geo::Span const cut{std::max(action.span->begin, span_of(in).begin),
                            std::min(action.span->end, span_of(in).end)};
        if (cut.end - cut.begin >= shortest_loop) {
            state.loop = cut;
        }
    }
}

void carry_out(TogglePace const &, ViewerState &state, Surroundings const &)
{
    state.pace = state.pace == Pace::story ? Pace::steady : Pace::story;
}

void carry_out(ToggleLoop const &, ViewerState &state, Surroundings const &in)
{
    carry_out(SetLoop{state.loop ? std::nullopt : std::optional{state.ruler}}, state, in);
}

void carry_out(ToggleLanes const &, ViewerState &state, Surroundings const &)
{
    state.lanes = !state.lanes;
}

void carry_out(ZoomRulerStep const &action, ViewerState &state, Surroundings const &in)
{
    carry_out(ZoomRuler{state.now, std::pow(1.5, action.steps)}, state, in);
}

void carry_out(Tick const &action, ViewerState &state, Surroundings const &in)
{
    if (!state.playing) {
        return;
    }
    if (is_telling(state)) {
        tell(state, std::min(action.seconds, 0.25), in);
        return;
    }
    // A stalled frame must not jump over an hour of history.
    double const real = std::min(action.seconds, 0.25);
    auto const next = state.pace == Pace::story
                          ? advance_story(pace_moments(in.atlas), state.now, state.now_fraction, real)
                          : advance(state.now, state.now_fraction, state.rate, real);
    bool const looped = state.loop && state.now < state.loop->end && next.at >= state.loop->end;
    go(looped ? state.loop->begin : next.at, state, in);
    state.now_fraction = looped ? 0 : next.fraction;
    state.playing = state.now < last(in);
}

} // namespace app
