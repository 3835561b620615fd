#pragma once

#include <variant>
#include <vector>

namespace geo {

/// WGS 84 longitude and latitude in degrees, east and north positive.
struct LonLat
{
    double lon = 0;
    double lat = 0;
    friend bool operator==(LonLat const &, LonLat const &) = default;
};

/// Extent in degrees; west <= east (no extent crosses the antimeridian).
struct Box
{
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    friend bool operator==(Box const &, Box const &) = default;
};

using LineString = std::vector<LonLat>;
using MultiLine = std::vector<LineString>;

/// Closed rings (first vertex repeated at the end); the first is the shell, the others are holes.
using Polygon = std::vector<LineString>;
using MultiPolygon = std::vector<Polygon>;

/// A feature's geometry as read; monostate is "null".
using Geometry = std::variant<std::monostate, LonLat, MultiLine, MultiPolygon>;

} // namespace geo
