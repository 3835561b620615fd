#pragma once

#include "geo/model/atlas.hpp"

#include <vector>

namespace geo {

/// How the way of a leg was found.
enum class RouteKind : std::uint8_t { line, network, straight };
[[nodiscard]] std::string_view name_of(RouteKind value);

/// What is known between two dated points: it moved on (linear), it stood at the first (step), nothing (discrete).
enum class Interpolation : std::uint8_t { linear, step, discrete };

/// A drawn way with its geodesic length along it.
struct Route
{
    RouteKind kind = RouteKind::straight;
    LineString points;
    std::vector<double> metres; ///< from the start to each point, metres on the WGS 84 ellipsoid
    [[nodiscard]] double length() const { return metres.empty() ? 0.0 : metres.back(); }
};

/// A unit stands at a place: [begin, end).
struct Stay
{
    Index fix = 0; ///< into Unit::fixes
    Span span;
    bool departure_assumed = false; ///< the data do not say when it left
    bool unknown = false;           ///< between two stretches of a track: only the last position is known
};

/// A unit travels from fix `fix` to the next one: [begin, end).
struct Leg
{
    Index fix = 0;
    Span span;
    Route route;
    double begin_slack_s = 0; ///< how far off the departure may be, seconds either way
    double end_slack_s = 0;   ///< likewise the arrival
    bool departure_assumed = false;
    std::vector<double> seconds; ///< of a recorded track: from span.begin to each point; empty: constant speed
    Interpolation interpolation = Interpolation::linear; ///< between those points
};

/// The point of a recorded leg that was passed last at so many seconds from its begin. \pre leg.seconds is not empty
[[nodiscard]] std::size_t passed_at(Leg const &leg, double seconds);
/// How far along its way a leg is, metres, at so many seconds from its begin.
[[nodiscard]] double metres_at(Leg const &leg, double seconds);

/// Stays and legs of one unit in order of time, without gaps from the first fix to the last.
struct Trajectory
{
    std::vector<Stay> stays; ///< one per fix; a place only passed through has an empty span
    std::vector<Leg> legs;   ///< one per pair of fixes
    [[nodiscard]] bool empty() const { return stays.empty(); }
    /// From the first arrival to the last departure (unbounded where the data say so).
    [[nodiscard]] Span span() const;
};

/// The point `metres` along the route; clamped to its ends.
[[nodiscard]] LonLat point_along(Route const &route, double metres);
/// Direction of travel there, degrees clockwise from north.
[[nodiscard]] double heading_along(Route const &route, double metres);

} // namespace geo
