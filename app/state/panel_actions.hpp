#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <string>
#include <variant>

namespace app {

// What is selected, which panels are open, how all looks. carry_out() of each is in panel_actions.cpp.

struct Select
{
    Selection what;
};
struct SetLanguage
{
    std::string code;
};
struct SetStyle
{
    std::string id;
};
struct SetTheme
{
    ThemeId id = ThemeId::light;
};
struct ToggleLayer
{
    std::string name;
};
struct TogglePanel
{
    Panel panel = Panel::events;
};
/// The Old Style date beside.
struct ShowOldStyle
{
    bool on = true;
};
struct SetScale
{
    float scale = 1;
};

using PanelActions =
    std::variant<Select, SetLanguage, SetStyle, SetTheme, ToggleLayer, TogglePanel, ShowOldStyle, SetScale>;

void carry_out(Select const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetLanguage const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetStyle const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetTheme const &action, ViewerState &state, Surroundings const &in);
void carry_out(ToggleLayer const &action, ViewerState &state, Surroundings const &in);
void carry_out(TogglePanel const &action, ViewerState &state, Surroundings const &in);
void carry_out(ShowOldStyle const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetScale const &action, ViewerState &state, Surroundings const &in);

} // namespace app
