#pragma once

#include "app/state/desk.hpp"
#include "app/ui/layout.hpp"

namespace app {

/// What of a scan the desk shows: the spot in the upper left corner of its area, and the scale.
struct ScanPart
{
    double left = 0;
    double top = 0;
    double pixels = 1; ///< of the scan in one of the screen
};
[[nodiscard]] ScanPart part_shown(ScanView const &view, int width, int height, PanelRect const &area);

/// Where on the desk the picture of the scan lies, so that the shell can paint it there. \pre the desk is open
[[nodiscard]] PanelRect scan_area(Layout const &layout);

} // namespace app
