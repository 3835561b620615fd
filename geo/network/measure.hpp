#pragma once

#include "geo/model/atlas.hpp"
#include "geo/movement/trajectory.hpp"

#include <optional>
#include <span>
#include <vector>

namespace geo {

/// A course over the ground, on the ellipsoid.
struct GroundMeasure
{
    std::vector<double> metres;      ///< of each stretch
    std::vector<double> bearing_deg; ///< with which each stretch begins, clockwise from north
    double length_m = 0;
    double area_km2 = 0;    ///< within the points as a ring; 0 below three
    double perimeter_m = 0; ///< of that ring
};
[[nodiscard]] GroundMeasure measure_ground(std::span<LonLat const> points);

/// The shortest way along the lines of a kind that exist at `when`, stretch by stretch; empty where there is none,
/// or where an end lies more than 10 km off.
[[nodiscard]] std::vector<std::optional<Route>> measure_network(Atlas const &atlas, LineKind kind,
                                                                std::span<LonLat const> points, Instant when);

} // namespace geo
