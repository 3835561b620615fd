#include "geo/network/measure.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/network/routing.hpp"

#include <algorithm>

namespace geo {

GroundMeasure measure_ground(std::span<LonLat const> points)
{
    GroundMeasure made;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        made.metres.push_back(distance_m(points[i], points[i + 1]));
        made.bearing_deg.push_back(bearing_deg(points[i], points[i + 1]));
        made.length_m += made.metres.back();
    }
    if (points.size() > 2) {
        LineString ring{points.begin(), points.end()};
        ring.push_back(points.front());
        made.area_km2 = area_km2(ring);
        made.perimeter_m = made.length_m + distance_m(points.back(), points.front());
    }
    return made;
}

std::vector<std::optional<Route>> measure_network(Atlas const &atlas, LineKind kind, std::span<LonLat const> points,
                                                  Instant when)
{
    std::vector<WayRequest> requests;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        requests.push_back({points[i], points[i + 1], when, std::nullopt});
    }
    std::vector<std::optional<Route>> routes;
    for (auto &way : find_ways(atlas.lines, kind, requests)) {
        constexpr double reach_m = 10'000; // a point farther from every line was not meant to lie on one
        bool const near = std::max(way.from_off_m, way.to_off_m) <= reach_m;
        routes.push_back(near ? std::move(way.route) : std::nullopt);
    }
    return routes;
}

} // namespace geo
