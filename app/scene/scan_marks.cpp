#include "app/scene/scan_marks.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"

namespace app {

Scene build_scan_marks(SceneInput const &in, geo::Projection const &projection, std::vector<geo::MapPoint> const &fitted)
{
    constexpr Colour ink{0x5B, 0x1F, 0x8A, 0xFF}; // no side's and no line's
    constexpr Colour halo{0xFF, 0xFD, 0xF7, 0xFF};
    constexpr float size = 14;
    Scene scene{in.view.viewport.width, in.view.viewport.height, {}, {}, {}};
    auto const *const scan = in.view.desk.scans.chosen_scan();
    if (scan == nullptr) {
        return scene;
    }
    Drawing const drawing{in};
    auto &out = scene.items;
    for (std::size_t i = 0; i < scan->points.size(); ++i) {
        auto const at = drawing.screen(projection.forward(scan->points[i].at));
        if (i < fitted.size()) {
            auto const to = drawing.screen(fitted[i]);
            out.emplace_back(Drawing::stroke({at, to}, 5, halo));
            out.emplace_back(Drawing::stroke({at, to}, 2, ink));
        }
        out.emplace_back(disc(at, 6, halo));
        out.emplace_back(ring(at, 6, 2, ink));
        out.emplace_back(
            Text{{at.x + 9, at.y + 5}, std::to_string(i + 1), Face::sans_bold, size, ink, halo, 3, 0, 0});
    }
    return scene;
}

} // namespace app
