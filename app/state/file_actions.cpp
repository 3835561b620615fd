#include "app/state/file_actions.hpp"

#include "app/scene/camera.hpp"

#include "geo/foreign/lone_atlas.hpp"

#include <algorithm>

namespace app {

void carry_out(ChooseFile const &action, ViewerState &state, Surroundings const &)
{
    state.file_choice.open = true;
    state.file_choice.purpose = action.purpose;
    state.file_choice.name.clear();
    state.panels.set(Panel::menu, false);
}

void carry_out(LeaveFileChoice const &, ViewerState &state, Surroundings const &)
{
    state.file_choice.open = false;
}

void carry_out(VisitFolder const &action, ViewerState &state, Surroundings const &)
{
    state.file_choice.folder = action.folder;
    state.file_choice.name.clear();
}

void carry_out(NameFile const &action, ViewerState &state, Surroundings const &)
{
    state.file_choice.name = action.name;
}

void carry_out(ShowAllFiles const &action, ViewerState &state, Surroundings const &)
{
    state.file_choice.all = action.on;
}

void carry_out(PickFile const &, ViewerState &, Surroundings const &) {}

void carry_out(FileChosen const &, ViewerState &state, Surroundings const &)
{
    state.file_choice.open = false;
    state.file_choice.name.clear();
}

void carry_out(StopOpening const &, ViewerState &, Surroundings const &) {}

void carry_out(SetTimeColumns const &, ViewerState &, Surroundings const &) {}

void carry_out(CloseFile const &, ViewerState &, Surroundings const &) {}

void carry_out(GoToGuest const &action, ViewerState &state, Surroundings const &in)
{
    auto const &guests = in.atlas.guests;
    auto const found = std::ranges::find(guests, action.layer, &geo::GuestLayer::id);
    if (found == guests.end()) {
        return;
    }
    auto const number = static_cast<geo::GuestNumber>(found - guests.begin() + 1);
    if (auto const box = geo::extent_of(in.atlas, number)) {
        state.camera = fit(in.projection, geo::roomy(*box), state.viewport);
    }
    if (found->has_time()) {
        state.ruler = found->span;
        state.now = found->span.begin;
    }
    state.following = false;
    state.hidden.erase(found->id);
}

} // namespace app
