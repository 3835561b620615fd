#include "app/ui/paper.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace app {
namespace {

std::vector<ScreenPoint> rounded(PanelRect const &rect, float by, float radius)
{
    std::vector<ScreenPoint> points;
    float const left = rect.x - by;
    float const top = rect.y - by;
    float const right = rect.x + rect.width + by;
    float const bottom = rect.y + rect.height + by;
    float const r = radius + by;
    std::array<ScreenPoint, 4> const corners{ScreenPoint{right - r, bottom - r}, ScreenPoint{left + r, bottom - r},
                                             ScreenPoint{left + r, top + r}, ScreenPoint{right - r, top + r}};
    constexpr int steps = 6;
    for (std::size_t k = 0; k < corners.size(); ++k) {
        for (int i = 0; i <= steps; ++i) {
            float const angle = (static_cast<float>(k) + static_cast<float>(i) / steps) * std::numbers::pi_v<float> / 2;
            points.push_back({corners[k].x + std::cos(angle) * r, corners[k].y + std::sin(angle) * r});
        }
    }
    return points;
}

Stroke outline(std::vector<ScreenPoint> points, float width, Colour colour)
{
    Stroke stroke;
    stroke.points = std::move(points);
    stroke.closed = true;
    stroke.width = width;
    stroke.colour = colour;
    return stroke;
}

} // namespace

std::vector<PanelRect> panels_of(Layout const &layout)
{
    std::vector<PanelRect> open;
    for (auto const &rect : {layout.title, layout.tools, layout.events, layout.events_tab, layout.story, layout.card,
                             layout.timeline, layout.desk}) {
        if (!rect.empty()) {
            open.push_back(rect);
        }
    }
    return open;
}

void draw_paper(Layout const &layout, Theme const &theme, std::vector<Item> &out)
{
    float const s = layout.scale;
    float const radius = paper_radius * s;
    for (auto const &rect : panels_of(layout)) {
        PanelRect const below{rect.x, rect.y + 3 * s, rect.width, rect.height};
        auto shadow = outline(rounded(below, 0, radius), 8 * s, {40, 34, 20, 46});
        shadow.soft = 8 * s;
        out.emplace_back(std::move(shadow));
        Fill sheet;
        sheet.points = rounded(rect, 0, radius);
        sheet.ring_ends = {static_cast<std::uint32_t>(sheet.points.size())};
        sheet.colour = theme.paper;
        auto edge = outline(sheet.points, 1.2F, theme.edge);
        out.emplace_back(std::move(sheet));
        out.emplace_back(std::move(edge));
    }
}

} // namespace app
