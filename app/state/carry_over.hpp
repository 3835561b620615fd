#pragma once

#include "app/state/viewer_state.hpp"

namespace app {

/// The state for a newer reading of an atlas: the selection follows its id (or is let go), the clock stays in the span.
[[nodiscard]] ViewerState carry_over(ViewerState state, geo::Atlas const &from, geo::Atlas const &to);

} // namespace app
