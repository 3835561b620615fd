#include "app/ui/scan_part.hpp"

#include <algorithm>

namespace app {

ScanPart part_shown(ScanView const &view, int width, int height, PanelRect const &area)
{
    ScanPart part;
    bool const all = view.pixels <= 0;
    part.pixels = all ? std::max({width / static_cast<double>(area.width), height / static_cast<double>(area.height), 1e-3})
                      : view.pixels;
    part.left = (all ? width / 2.0 : view.centre.pixel) - area.width / 2.0 * part.pixels;
    part.top = (all ? height / 2.0 : view.centre.line) - area.height / 2.0 * part.pixels;
    return part;
}

PanelRect scan_area(Layout const &layout)
{
    float const s = layout.scale;
    auto const &desk = layout.desk;
    float const controls = std::min(430 * s, desk.width / 2);
    return {desk.x + controls + 14 * s, desk.y + 44 * s, desk.width - controls - 28 * s, desk.height - 56 * s};
}

} // namespace app
