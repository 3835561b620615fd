#pragma once

#include "geo/project/triangulate.hpp"

namespace geo {

/// The same as triangulate, for areas by the thousand: a polygon of one ring is cut by clipping ears, which is many times
/// quicker than Delaunay's triangles and fills as well; any other, and one that crosses itself, by GEOS.
[[nodiscard]] FlatArea triangulate_quickly(Polygon const &polygon, Projection const &projection);

} // namespace geo
