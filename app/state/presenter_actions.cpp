#include "app/state/presenter_actions.hpp"

#include "app/state/quiz_actions.hpp"
#include "app/story/lands.hpp"
#include "app/story/stage.hpp"
#include "app/story/telling.hpp"

#include <algorithm>

namespace app {

void carry_out(TogglePresenter const &, ViewerState &state, Surroundings const &in)
{
    auto &mode = state.presenter;
    mode.on = !mode.on;
    mode.blank = false;
    mode.blind = false;
    mode.pointer = Pointer::none;
    keep_stage(state, in);
}

void carry_out(SetScreens const &action, ViewerState &state, Surroundings const &in)
{
    state.presenter.screens = std::max(1, action.count);
    keep_stage(state, in);
}

void carry_out(ToggleBlank const &, ViewerState &state, Surroundings const &)
{
    state.presenter.blank = !state.presenter.blank;
}

void carry_out(ToggleBlind const &, ViewerState &state, Surroundings const &)
{
    state.presenter.blind = !state.presenter.blind;
}

void carry_out(NextPointer const &, ViewerState &state, Surroundings const &)
{
    auto &pointer = state.presenter.pointer;
    pointer = pointer == Pointer::none    ? Pointer::laser
              : pointer == Pointer::laser ? Pointer::spotlight
                                          : Pointer::none;
}

void carry_out(SetPointer const &action, ViewerState &state, Surroundings const &)
{
    state.presenter.pointer = action.pointer;
}

void carry_out(SetTimer const &action, ViewerState &state, Surroundings const &)
{
    auto &mode = state.presenter;
    mode.timer_minutes = std::clamp(action.minutes, 0, 180);
    mode.timer_left = mode.timer_minutes * 60.0;
    mode.timer_runs = mode.timer_minutes > 0;
}

void carry_out(ToggleTimer const &, ViewerState &state, Surroundings const &in)
{
    auto &mode = state.presenter;
    if (mode.timer_minutes == 0) { // the key starts one as well
        carry_out(SetTimer{}, state, in);
        return;
    }
    mode.timer_runs = !mode.timer_runs;
}

void carry_out(PassTime const &action, ViewerState &state, Surroundings const &)
{
    if (state.presenter.timer_runs) {
        state.presenter.timer_left -= action.seconds;
    }
}

void carry_out(LetGo const &, ViewerState &state, Surroundings const &in)
{
    if (state.presenter.blank) {
        state.presenter.blank = false;
    } else if (state.presenter.pointer != Pointer::none) {
        state.presenter.pointer = Pointer::none;
    } else if (state.quiz.open()) {
        state.quiz = {};
    } else if (state.selection.kind != Kind::none && !is_telling(state)) {
        state.selection = {};
    } else if (state.presenter.on) {
        carry_out(TogglePresenter{}, state, in);
    }
}

void carry_out(ShowLand const &action, ViewerState &state, Surroundings const &in)
{
    if (auto const *const question = state.quiz.question(); question != nullptr && !question->choices.empty()) {
        carry_out(Choose{action.number - 1}, state, in);
        return;
    }
    auto const lands = lands_of(in.atlas, state.now);
    if (action.number >= 1 && action.number <= lands.size()) {
        leave_step(state);
        state.camera =
            fit_within(in.projection, lands[action.number - 1].extent, state.viewport, stage_of(state, in.atlas).map);
    }
}

} // namespace app
