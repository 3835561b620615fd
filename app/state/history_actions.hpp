#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <variant>

namespace app {

// Going back and forth among earlier views.

struct Undo
{};
struct Redo
{};
/// A drag has ended: what follows is a change of its own.
struct EndGesture
{};

using HistoryActions = std::variant<Undo, Redo, EndGesture>;

void carry_out(Undo const &action, ViewerState &state, Surroundings const &in);
void carry_out(Redo const &action, ViewerState &state, Surroundings const &in);
void carry_out(EndGesture const &action, ViewerState &state, Surroundings const &in);

} // namespace app
