#pragma once

namespace app {

/// How much larger than at 96 dots an inch type is to be on this monitor, 1 to 3 in quarters: by Xft.dpi, which
/// desktops set from their own scale; 1 where it is not set.
[[nodiscard]] float monitor_scale();

} // namespace app
