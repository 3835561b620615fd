#pragma once

#include "app/scene/build_scene.hpp"

#include <vector>

namespace app {

/// The control points of the chosen scan on the map, numbered, each with a line to where the fit lays it.
/// \param fitted one per point, or empty while they determine no fit
[[nodiscard]] Scene build_scan_marks(SceneInput const &in, geo::Projection const &projection,
                                     std::vector<geo::MapPoint> const &fitted);

} // namespace app
