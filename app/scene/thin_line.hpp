#pragma once

#include "app/scene/scene.hpp"

#include <vector>

namespace app {

/**
 * Leaves out points of a line that the eye does not miss: each lies within `tolerance` pixels of the straight piece that
 * takes its place. Ends stay; what is left are points of the line itself. In one pass, by the sleeve method of Zhao and
 * Saalfeld (Linear-time sleeve-fitting polyline simplification algorithms, 1997).
 */
[[nodiscard]] std::vector<ScreenPoint> thin_line(std::vector<ScreenPoint> const &points, float tolerance);

} // namespace app
