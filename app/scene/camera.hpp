#pragma once

#include "app/state/viewer_state.hpp"

#include "geo/project/projection.hpp"

namespace app {

/// Map metres to pixels of the view. Subtracts the camera's centre in double before it narrows to float.
[[nodiscard]] ScreenPoint to_screen(Camera const &camera, Viewport const &viewport, geo::MapPoint at);
[[nodiscard]] geo::MapPoint to_map(Camera const &camera, Viewport const &viewport, ScreenPoint at);

/// The camera that shows the whole extent, with a margin.
[[nodiscard]] Camera fit(geo::Projection const &projection, geo::Box const &extent, Viewport const &viewport);
/// Comes nearer by `factor` (> 1) so that the map point under `at` stays there; within the limits of scale.
[[nodiscard]] Camera zoom_at(Camera const &camera, Viewport const &viewport, ScreenPoint at, double factor);
/// The map moved under the view by pixels.
[[nodiscard]] Camera pan_by(Camera const &camera, double dx, double dy);

/// The scale's denominator on a screen of 96 dots an inch.
[[nodiscard]] double scale_denominator(Camera const &camera);

/// What of the map plane is in view.
struct MapBox
{
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;
    [[nodiscard]] bool meets(MapBox const &o) const
    {
        return left < o.right && o.left < right && bottom < o.top && o.bottom < top;
    }
};
[[nodiscard]] MapBox visible(Camera const &camera, Viewport const &viewport);

} // namespace app
