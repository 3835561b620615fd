#pragma once

#include "geo/project/projection.hpp"

#include <vector>

namespace geo {

/**
 * A line in the plane. Where many of its points lie close together they are not projected one by one: over a patch of a
 * fraction of a degree the projection is a polynomial of the second order, fitted to nine points of it and tried at
 * others. It is taken only where it is right to a centimetre. Points that have no place in the plane are left out.
 */
[[nodiscard]] std::vector<MapPoint> forward_dense(Projection const &projection, LineString const &line);

} // namespace geo
