#include "app/scene/camera.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr double metres_per_dot = 0.0254 / 96;
constexpr double nearest = 50'000 * metres_per_dot;
constexpr double farthest = 12'000'000 * metres_per_dot;

} // namespace

ScreenPoint to_screen(Camera const &camera, Viewport const &viewport, geo::MapPoint at)
{
    return {static_cast<float>((at.x - camera.centre.x) / camera.metres_per_pixel + viewport.width / 2.0),
            static_cast<float>((camera.centre.y - at.y) / camera.metres_per_pixel + viewport.height / 2.0)};
}

geo::MapPoint to_map(Camera const &camera, Viewport const &viewport, ScreenPoint at)
{
    return {camera.centre.x + (static_cast<double>(at.x) - viewport.width / 2.0) * camera.metres_per_pixel,
            camera.centre.y - (static_cast<double>(at.y) - viewport.height / 2.0) * camera.metres_per_pixel};
}

Camera fit(geo::Projection const &projection, geo::Box const &extent, Viewport const &viewport)
{
    // Edges of the extent are curved in the plane: a few points on each show how far it reaches.
    MapBox reach{1e18, 1e18, -1e18, -1e18};
    for (int i = 0; i <= 4; ++i) {
        for (int k = 0; k <= 4; ++k) {
            auto const p = projection.forward({extent.west + (extent.east - extent.west) * i / 4,
                                               extent.south + (extent.north - extent.south) * k / 4});
            reach = {std::min(reach.left, p.x), std::min(reach.bottom, p.y), std::max(reach.right, p.x),
                     std::max(reach.top, p.y)};
        }
    }
    double const scale = std::max((reach.right - reach.left) / std::max(1, viewport.width),
                                  (reach.top - reach.bottom) / std::max(1, viewport.height));
    return {{(reach.left + reach.right) / 2, (reach.bottom + reach.top) / 2}, std::clamp(scale, nearest, farthest)};
}

Camera zoom_at(Camera const &camera, Viewport const &viewport, ScreenPoint at, double factor)
{
    auto const held = to_map(camera, viewport, at);
    Camera zoomed{camera.centre, std::clamp(camera.metres_per_pixel / factor, nearest, farthest)};
    auto const now = to_map(zoomed, viewport, at);
    zoomed.centre.x += held.x - now.x;
    zoomed.centre.y += held.y - now.y;
    return zoomed;
}

Camera pan_by(Camera const &camera, double dx, double dy)
{
    return {{camera.centre.x - dx * camera.metres_per_pixel, camera.centre.y + dy * camera.metres_per_pixel},
            camera.metres_per_pixel};
}

double scale_denominator(Camera const &camera)
{
    return camera.metres_per_pixel / metres_per_dot;
}

MapBox visible(Camera const &camera, Viewport const &viewport)
{
    double const w = viewport.width / 2.0 * camera.metres_per_pixel;
    double const h = viewport.height / 2.0 * camera.metres_per_pixel;
    return {camera.centre.x - w, camera.centre.y - h, camera.centre.x + w, camera.centre.y + h};
}

} // namespace app
