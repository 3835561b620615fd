#include "app/state/history_actions.hpp"

namespace app {

void carry_out(Undo const &, ViewerState &state, Surroundings const &)
{
    state.history.undo(state);
}

void carry_out(Redo const &, ViewerState &state, Surroundings const &)
{
    state.history.redo(state);
}

void carry_out(EndGesture const &, ViewerState &state, Surroundings const &)
{
    state.history.end_gesture();
}

} // namespace app
