#include "app/kiosk/kiosk_layout.hpp"

#include <algorithm>
#include <cmath>

namespace app {

float target_size(float unit, float px_per_mm)
{
    constexpr float wished = 96;
    constexpr float least = 60;
    constexpr float least_mm = 15;
    return std::ceil(std::max({wished * unit, least, least_mm * px_per_mm}));
}

KioskLayout lay_out_kiosk(Viewport const &viewport, KioskRules const &rules, bool large)
{
    auto const width = static_cast<float>(viewport.width);
    auto const height = static_cast<float>(viewport.height);
    KioskLayout layout;
    layout.upright = height > width;
    layout.unit = std::min(width, height) / 1080;
    layout.target = target_size(layout.unit, rules.px_per_mm);
    layout.slider = std::max(layout.target * 0.8F, target_size(0, rules.px_per_mm));
    layout.type = 16 * rules.scale * (large ? large_type : 1);
    float const u = layout.unit;
    // A row of buttons and the slider with its days; upright, the switches have a row of their own.
    float const rows = layout.target * 1.15F + layout.slider + layout.type * 1.5F + 52 * u +
                       (layout.upright ? layout.target + 28 * u : 0);
    float const top = std::round(height - std::min(rows, height / 3));
    layout.bar = {0, top, width, height};
    layout.map = {0, 0, width, top};
    float const margin = 36 * u;
    float const card = layout.upright ? width - 2 * margin : std::min(width * 0.46F, (large ? 800 : 640) * u);
    layout.card_room = {margin, layout.upright ? top * 0.36F : margin, margin + card, top - 22 * u};
    return layout;
}

} // namespace app
