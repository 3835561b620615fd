#pragma once

#include "geo/model/geometry.hpp"

namespace geo {

// Areas laid over one another, in longitude and latitude (GEOS). A geometry that GEOS cannot use is left as it is.

/// True if the point lies in an odd number of rings (even-odd rule; on the rim either answer may come).
[[nodiscard]] bool inside(LonLat p, Polygon const &rings);
[[nodiscard]] bool inside(LonLat p, MultiPolygon const &areas);

/// One area without inner edges.
[[nodiscard]] MultiPolygon unite(MultiPolygon const &areas);

/// `areas` without what lies in `masks`, and with only what lies in it.
[[nodiscard]] MultiPolygon difference(MultiPolygon const &areas, MultiPolygon const &masks);
[[nodiscard]] MultiPolygon intersection(MultiPolygon const &areas, MultiPolygon const &masks);

/// The largest circle within the areas, by its centre and a point of its rim.
struct Circle
{
    LonLat centre;
    LonLat rim;
};
[[nodiscard]] Circle inscribed_circle(MultiPolygon const &areas);

} // namespace geo
