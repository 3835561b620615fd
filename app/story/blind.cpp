#include "app/story/blind.hpp"

namespace app {

ViewerState const &as_shown(ViewerState const &state, ViewerState &room)
{
    bool const asked = state.quiz.wants_point();
    if (!asked && !(state.presenter.on && state.presenter.blind)) {
        return state;
    }
    room = state;
    room.hidden.insert("labels");
    if (asked) { // symbols and marks would point at the place
        room.hidden.insert({"units", "tracks", "events"});
    }
    return room;
}

} // namespace app
