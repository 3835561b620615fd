#pragma once

#include "geo/model/geometry.hpp"

namespace geo {

/// Length of the geodesic between two points on the WGS 84 ellipsoid, metres (Karney 2013, through PROJ).
[[nodiscard]] double distance_m(LonLat a, LonLat b);
/// Area within a closed ring on the ellipsoid, square kilometres, whichever way it runs round.
[[nodiscard]] double area_km2(LineString const &ring);
/// Of a polygon, less its holes.
[[nodiscard]] double area_km2(Polygon const &polygon);
/// Initial bearing of that geodesic, degrees clockwise from north, 0 to 360.
[[nodiscard]] double bearing_deg(LonLat a, LonLat b);
/// The point at a fraction of the geodesic from a to b.
[[nodiscard]] LonLat on_geodesic(LonLat a, LonLat b, double fraction);
/// The point at a fraction of the straight line in longitude and latitude, as segments are drawn.
[[nodiscard]] LonLat between(LonLat a, LonLat b, double fraction);

/// The point of a segment that is nearest to `p`, by a plane tangent at `p`: good to a metre within 100 km.
struct Foot
{
    double fraction = 0; ///< along a–b, 0 to 1
    double metres = 0;   ///< from p
};
[[nodiscard]] Foot foot_on_segment(LonLat p, LonLat a, LonLat b);

} // namespace geo
