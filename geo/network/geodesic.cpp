#include "geo/network/geodesic.hpp"

#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo {
namespace {

geod_geodesic const &wgs84()
{
    static geod_geodesic const ellipsoid = [] {
        geod_geodesic g;
        geod_init(&g, 6378137.0, 1 / 298.257223563);
        return g;
    }();
    return ellipsoid;
}

} // namespace

double distance_m(LonLat a, LonLat b)
{
    double metres = 0;
    geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return metres;
}

double area_km2(LineString const &ring)
{
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (auto const &p : ring) { // the repeated last vertex adds nothing
        geod_polygon_addpoint(&wgs84(), &polygon, p.lat, p.lon);
    }
    double square_metres = 0;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &square_metres, nullptr);
    return std::abs(square_metres) / 1e6;
}

double area_km2(Polygon const &polygon)
{
    double area = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        area += i == 0 ? area_km2(polygon[i]) : -area_km2(polygon[i]);
    }
    return area;
}

double bearing_deg(LonLat a, LonLat b)
{
    double azimuth = 0;
    geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, nullptr, &azimuth, nullptr);
    return azimuth < 0 ? azimuth + 360 : azimuth;
}

LonLat on_geodesic(LonLat a, LonLat b, double fraction)
{
    double metres = 0;
    double azimuth = 0;
    geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, &metres, &azimuth, nullptr);
    LonLat at;
    geod_direct(&wgs84(), a.lat, a.lon, azimuth, metres * fraction, &at.lat, &at.lon, nullptr);
    return at;
}

LonLat between(LonLat a, LonLat b, double fraction)
{
    return {std::lerp(a.lon, b.lon, fraction), std::lerp(a.lat, b.lat, fraction)};
}

Foot foot_on_segment(LonLat p, LonLat a, LonLat b)
{
    constexpr double metres_per_degree = 6371008.8 * std::numbers::pi / 180;
    double const east = metres_per_degree * std::cos(p.lat * std::numbers::pi / 180);
    double const ax = (a.lon - p.lon) * east;
    double const ay = (a.lat - p.lat) * metres_per_degree;
    double const dx = (b.lon - a.lon) * east;
    double const dy = (b.lat - a.lat) * metres_per_degree;
    double const square = dx * dx + dy * dy;
    double const fraction = square > 0 ? std::clamp(-(ax * dx + ay * dy) / square, 0.0, 1.0) : 0.0;
    return {fraction, std::hypot(ax + fraction * dx, ay + fraction * dy)};
}

} // namespace geo
