#include "app/story/telling.hpp"

#include "app/scene/build_scene.hpp"
#include "app/state/ruler.hpp"
#include "app/story/flight.hpp"
#include "app/story/stage.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

geo::StoryStep const &step_of(ViewerState const &state, Surroundings const &in)
{
    return *told_step(state.story, in.atlas);
}

Flight flight_of(ViewerState const &state, Surroundings const &in)
{
    return {state.story.from, step_camera(state, in), static_cast<double>(state.viewport.width)};
}

/// "unit:r_atg" as a selection; none if it names nothing.
Selection selection_of(std::string const &word, geo::Atlas const &atlas)
{
    auto const colon = word.find(':');
    auto const kind = word.substr(0, colon);
    auto const id = colon == std::string::npos ? std::string{} : word.substr(colon + 1);
    auto const as = [&](Kind what, auto const &features) {
        auto const index = geo::index_of(features, id);
        return index ? Selection{what, *index} : Selection{};
    };
    return kind == "unit"    ? as(Kind::unit, atlas.units)
           : kind == "event" ? as(Kind::event, atlas.events)
           : kind == "place" ? as(Kind::place, atlas.places)
                             : Selection{};
}

/// What the step says of layers and selection; its clock at its start.
void set_scene(ViewerState &state, Surroundings const &in)
{
    auto const &step = step_of(state, in);
    state.hidden.clear();
    if (!step.layers.empty()) {
        for (auto const &name : layer_names()) {
            if (std::ranges::find(step.layers, name) == step.layers.end()) {
                state.hidden.insert(name);
            }
        }
    }
    state.selection = selection_of(step.select, in.atlas);
}

void set_clock(ViewerState &state, geo::Instant t, Surroundings const &in)
{
    auto const &span = in.atlas.info.span;
    state.now = std::clamp(t, span.begin, span.end - geo::Seconds{1});
    state.now_fraction = 0;
    state.ruler = follow(state.ruler, state.now, span);
}

/// Seconds for which the step's clock runs.
double run_seconds(geo::StoryStep const &step)
{
    constexpr double unless_said = 12;
    return !step.until || *step.until <= step.at ? 0 : step.seconds > 0 ? step.seconds : unless_said;
}

/// Camera and clock at the present time of the step.
void show(ViewerState &state, Surroundings const &in)
{
    auto const &step = step_of(state, in);
    auto const &play = state.story;
    auto const flight = flight_of(state, in);
    state.camera = flight.at(play.flown);
    double const run = run_seconds(step);
    if (run == 0) {
        set_clock(state, step.at, in);
        return;
    }
    double const share = std::clamp(play.run / run, 0.0, 1.0);
    auto const whole = static_cast<double>((*step.until - step.at).count());
    // The end of a span is outside it: a step until midnight ends on the day it tells of.
    auto const end = *step.until - geo::Seconds{1};
    set_clock(state, std::min(step.at + geo::Seconds{std::llround(share * whole)}, end), in);
}

void begin_beat(ViewerState &state, Beat beat)
{
    state.story.beat = beat;
    state.story.in_beat = 0;
}

} // namespace

bool is_telling(ViewerState const &state)
{
    return state.story.story && !state.story.exploring;
}

Camera step_camera(ViewerState const &state, Surroundings const &in)
{
    return fit_within(in.projection, step_of(state, in).extent, state.viewport, stage_of(state, in.atlas).map);
}

double step_seconds(ViewerState const &state, Surroundings const &in)
{
    return flight_of(state, in).seconds() + run_seconds(step_of(state, in));
}

void begin_step(ViewerState &state, Surroundings const &in, std::size_t step)
{
    auto &play = state.story;
    play.step = step;
    play.from = state.camera;
    play.flown = 0;
    play.run = 0;
    play.exploring = false;
    begin_beat(state, first_beat(step_of(state, in)));
    set_scene(state, in);
    show(state, in);
    state.playing = true;
}

void tell(ViewerState &state, double seconds, Surroundings const &in)
{
    auto &play = state.story;
    if (!state.playing) {
        return;
    }
    auto const &step = step_of(state, in);
    double const flight = flight_of(state, in).seconds();
    bool const warned = play.beat == Beat::warned;
    play.flown += seconds;
    play.in_beat += seconds;
    // The clock waits for the camera, and behind a content note.
    play.run += warned ? 0 : std::clamp(play.flown - flight, 0.0, seconds);
    show(state, in);
    bool const rests = play.flown >= flight && (warned || play.run >= run_seconds(step));
    if (!play.automatic || warned) { // what a note stands before is shown to nobody who has not chosen it
        state.playing = !rests;
    } else if (rests && play.in_beat >= beat_seconds(step, play.beat, state.language, step_seconds(state, in))) {
        auto const before = std::pair{play.step, play.beat};
        advance(state, 1, in);
        state.playing = before != std::pair{play.step, play.beat} || play.flown == 0;
    }
}

void advance(ViewerState &state, int beats, Surroundings const &in)
{
    auto &play = state.story;
    auto const &step = step_of(state, in);
    auto const beat = beats > 0 ? beat_after(step, play.beat) : beat_before(step, play.beat);
    if (beat) {
        state.playing = state.playing || play.beat == Beat::warned || play.automatic;
        begin_beat(state, *beat);
    } else if (auto const next = step_beyond(play, in.atlas.stories[*play.story], beats)) {
        begin_step(state, in, *next);
    }
}

void leave_step(ViewerState &state)
{
    if (is_telling(state)) {
        state.story.exploring = true;
        state.playing = false;
    }
}

void return_to_step(ViewerState &state, Surroundings const &in)
{
    auto &play = state.story;
    play.exploring = false;
    play.from = state.camera;
    play.flown = 0;
    play.in_beat = 0;
    set_scene(state, in);
    show(state, in);
    state.playing = true;
}

void go_on(ViewerState &state, Surroundings const &in)
{
    auto &play = state.story;
    bool const rests = play.flown >= flight_of(state, in).seconds() &&
                       (play.beat == Beat::warned || play.run >= run_seconds(step_of(state, in)));
    if (rests) {
        play.run = 0;
        show(state, in);
    }
    state.playing = true;
}

void keep_stage(ViewerState &state, Surroundings const &in)
{
    state.map_scale = on_slide(state.presenter) ? slide_map_scale(state.viewport) : state.ui_scale;
    if (is_telling(state)) {
        show(state, in);
    }
}

} // namespace app
