#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <cstddef>
#include <variant>

namespace app {

// Presenting to a class.

struct TogglePresenter
{};
/// How many screens there are to show it on.
struct SetScreens
{
    int count = 1;
};
struct ToggleBlank
{};
struct ToggleBlind
{};
/// None, laser, spotlight, none …
struct NextPointer
{};
struct SetPointer
{
    Pointer pointer = Pointer::none;
};
/// Starts anew with so many minutes; 0 takes the timer away.
struct SetTimer
{
    int minutes = 5;
};
struct ToggleTimer
{};

/// Real time has passed for the timer.
struct PassTime
{
    double seconds = 0;
};
/// Esc: takes away what lies uppermost, the blank, the quiz, the selection, the presentation.
struct LetGo
{};
/// The map shows a land, by its number in lands_of(); while a quiz offers choices, the choice of that number is made.
struct ShowLand
{
    std::size_t number = 1;
};

using PresenterActions = std::variant<TogglePresenter, SetScreens, ToggleBlank, ToggleBlind, NextPointer, SetPointer,
                                      SetTimer, ToggleTimer, PassTime, LetGo, ShowLand>;

void carry_out(TogglePresenter const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetScreens const &action, ViewerState &state, Surroundings const &in);
void carry_out(ToggleBlank const &action, ViewerState &state, Surroundings const &in);
void carry_out(ToggleBlind const &action, ViewerState &state, Surroundings const &in);
void carry_out(NextPointer const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetPointer const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetTimer const &action, ViewerState &state, Surroundings const &in);
void carry_out(ToggleTimer const &action, ViewerState &state, Surroundings const &in);
void carry_out(PassTime const &action, ViewerState &state, Surroundings const &in);
void carry_out(LetGo const &action, ViewerState &state, Surroundings const &in);
void carry_out(ShowLand const &action, ViewerState &state, Surroundings const &in);

} // namespace app
