#pragma once

#include "app/state/action.hpp"
#include "app/state/moments.hpp"
#include "app/state/surroundings.hpp"

namespace app {

/// The state with which an atlas opens in a view of this size.
[[nodiscard]] ViewerState opening_state(Surroundings const &in, Viewport viewport);

/// The state after the action; what it changed of the view can be undone. Pure.
[[nodiscard]] ViewerState reduce(ViewerState state, Action const &action, Surroundings const &in);

} // namespace app
