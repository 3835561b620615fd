#pragma once

#include "geo/movement/trajectory.hpp"

#include <optional>
#include <span>
#include <vector>

namespace geo {

/// A way that is wanted along the lines of one kind.
struct WayRequest
{
    LonLat from;
    LonLat to;
    Instant when{};           ///< only lines that exist then are used
    std::optional<Index> via; ///< only this line
};

/// The way found, and how far its ends lie from the network.
struct Way
{
    std::optional<Route> route; ///< empty: no line is there, or none connects the ends
    double from_off_m = 0;
    double to_off_m = 0;
};

/**
 * Shortest ways along all lines of a kind (Dijkstra by geodesic length). Lines join where they share a vertex; each
 * end goes straight to the nearest point of the network. Where both ends meet the network in one point the way is
 * straight. One Way per request, in order.
 */
[[nodiscard]] std::vector<Way> find_ways(std::vector<Line> const &lines, LineKind kind,
                                         std::span<WayRequest const> requests);

} // namespace geo
