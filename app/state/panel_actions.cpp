#include "app/state/panel_actions.hpp"

#include "app/state/camera_follow.hpp"
#include "app/story/telling.hpp"

#include <algorithm>

namespace app {

void carry_out(Select const &action, ViewerState &state, Surroundings const &in)
{
    state.selection = action.what;
    state.following = action.what.kind == Kind::unit;
    if (action.what.kind != Kind::none) {
        state.panels.set(Panel::card, true);
    }
    follow_unit(state, in);
}

void carry_out(SetLanguage const &action, ViewerState &state, Surroundings const &)
{
    state.language = action.code;
}

void carry_out(SetStyle const &action, ViewerState &state, Surroundings const &)
{
    state.style = action.id;
}

void carry_out(SetTheme const &action, ViewerState &state, Surroundings const &)
{
    state.theme = action.id;
}

void carry_out(ToggleLayer const &action, ViewerState &state, Surroundings const &)
{
    if (state.hidden.erase(action.name) == 0) {
        state.hidden.insert(action.name);
    }
}

void carry_out(TogglePanel const &action, ViewerState &state, Surroundings const &)
{
    state.panels.set(action.panel, !state.panels.has(action.panel));
}

void carry_out(ShowOldStyle const &action, ViewerState &state, Surroundings const &)
{
    state.old_style = action.on;
}

void carry_out(SetScale const &action, ViewerState &state, Surroundings const &in)
{
    state.ui_scale = std::clamp(action.scale, 1.0F, 3.0F);
    state.scale_chosen = true;
    keep_stage(state, in);
}

} // namespace app
