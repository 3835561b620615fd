#include "geo/movement/trajectory.hpp"

#include "geo/network/geodesic.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace geo {
namespace {

/// The segment in which `metres` lies, as the index of its first point. \pre at least two points
std::size_t segment_at(Route const &route, double metres)
{
    auto const after = std::ranges::upper_bound(route.metres, metres);
    auto const index = after - route.metres.begin();
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index - 1, 0, std::ssize(route.metres) - 2));
}

} // namespace

std::string_view name_of(RouteKind value)
{
    constexpr std::array<std::string_view, 3> names{"line", "network", "straight"};
    return names[static_cast<std::size_t>(value)];
}

Span Trajectory::span() const
{
    return stays.empty() ? Span{distant_past, distant_past} : Span{stays.front().span.begin, stays.back().span.end};
}

std::size_t passed_at(Leg const &leg, double seconds)
{
    auto const after = std::ranges::upper_bound(leg.seconds, seconds);
    return after == leg.seconds.begin() ? 0 : static_cast<std::size_t>(after - leg.seconds.begin()) - 1;
}

double metres_at(Leg const &leg, double seconds)
{
    if (leg.seconds.empty()) {
        double const lasts = std::chrono::duration<double>(leg.span.end - leg.span.begin).count();
        return lasts > 0 ? seconds / lasts * leg.route.length() : 0;
    }
    auto const i = passed_at(leg, seconds);
    auto const &metres = leg.route.metres;
    if (leg.interpolation != Interpolation::linear || i + 1 >= metres.size() || seconds <= leg.seconds[i]) {
        return metres[i];
    }
    double const share = (seconds - leg.seconds[i]) / (leg.seconds[i + 1] - leg.seconds[i]);
    return std::lerp(metres[i], metres[i + 1], share);
}

LonLat point_along(Route const &route, double metres)
{
    if (route.points.size() < 2) {
        return route.points.empty() ? LonLat{} : route.points.front();
    }
    auto const i = segment_at(route, metres);
    double const length = route.metres[i + 1] - route.metres[i];
    double const fraction = length > 0 ? std::clamp((metres - route.metres[i]) / length, 0.0, 1.0) : 0.0;
    return between(route.points[i], route.points[i + 1], fraction);
}

double heading_along(Route const &route, double metres)
{
    if (route.points.size() < 2) {
        return 0;
    }
    auto const i = segment_at(route, metres);
    return bearing_deg(route.points[i], route.points[i + 1]);
}

} // namespace geo
