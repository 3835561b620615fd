#include "app/kiosk/skin_builder.hpp"
#include "app/scene/symbols.hpp"
#include "app/story/text_column.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {

void build_asking(SkinBuilder &b)
{
    auto const &layout = b.in.layout;
    auto const &viewport = b.in.state.view.viewport;
    auto const screen_width = static_cast<float>(viewport.width);
    auto const screen_height = static_cast<float>(viewport.height);
    b.items().emplace_back(block({0, 0, screen_width, screen_height}, {0x10, 0x14, 0x18, 0x8C}));

    float const type = layout.type;
    float const width = std::min(b.u(900), screen_width - b.u(72));
    float const left = (screen_width - width) / 2;
    float const radius = b.u(88);
    float const height = type * 2.3F + 2 * radius + layout.target * 1.3F + b.u(150);
    Rect const sheet{left, screen_height - b.u(48) - height, left + width, screen_height - b.u(48)};
    b.brush.sheet(sheet, b.u(24));
    b.skin.sheets.push_back(sheet);

    float const title_bottom = sheet.top + b.u(30) + type * 2.3F;
    b.brush.centred({sheet.left + b.u(30), sheet.top + b.u(30), sheet.right - b.u(30), title_bottom},
                    b.tr("Are you still there?"), Face::sans_bold, type * 1.7F, b.colours.text);
    ScreenPoint const centre{(sheet.left + sheet.right) / 2, title_bottom + b.u(16) + radius};
    double const share = std::clamp(b.in.state.countdown / std::max(1.0, b.in.rules.countdown_seconds), 0.0, 1.0);
    b.items().emplace_back(ring(centre, radius, b.u(12), b.colours.track));
    Stroke left_over;
    int const steps = std::max(1, static_cast<int>(share * 90));
    for (int i = 0; i <= steps; ++i) {
        double const angle = -std::numbers::pi / 2 + 2 * std::numbers::pi * share * i / steps;
        left_over.points.push_back({centre.x + radius * static_cast<float>(std::cos(angle)),
                                    centre.y + radius * static_cast<float>(std::sin(angle))});
    }
    left_over.width = b.u(12);
    left_over.colour = b.colours.accent;
    left_over.cap = Cap::round;
    b.items().emplace_back(std::move(left_over));
    b.brush.centred({centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius},
                    std::to_string(static_cast<int>(std::ceil(b.in.state.countdown))), Face::sans_bold, type * 2.4F,
                    b.colours.text);

    float const top = sheet.bottom - b.u(30) - layout.target * 1.3F;
    float const middle = (sheet.left + sheet.right) / 2;
    b.button("stay", b.tr("I am here"), {sheet.left + b.u(30), top, middle - b.u(10), sheet.bottom - b.u(30)},
             {KioskIcon::none, b.tr("I am here"), ButtonFace::Ground::accent}, {});
    b.button("leave", b.tr("Finish"), {middle + b.u(10), top, sheet.right - b.u(30), sheet.bottom - b.u(30)},
             {KioskIcon::none, b.tr("Finish")}, {Leave{}});
}

} // namespace app
