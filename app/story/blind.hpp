#pragma once

#include "app/state/viewer_state.hpp"

namespace app {

/// The state as the map is to show it: while names are asked for, without what would give the answer away.
/// \param room for another state, where one is needed
/// \return `state` itself or `room`
[[nodiscard]] ViewerState const &as_shown(ViewerState const &state, ViewerState &room);

} // namespace app
