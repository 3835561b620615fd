#pragma once

#include "geo/project/projection.hpp"

#include <cstdint>
#include <vector>

namespace geo {

/// An area of the map plane, ready to be filled: rings one after another without repeated closing points.
struct FlatArea
{
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> ring_ends; ///< index past the last point of each ring
    std::vector<std::uint32_t> triangles; ///< indices into points, three each
};

/// The rings of a polygon, projected, with its triangles (constrained Delaunay by GEOS). A polygon that GEOS cannot
/// use gives rings without triangles.
[[nodiscard]] FlatArea triangulate(Polygon const &polygon, Projection const &projection);

} // namespace geo
