#include "geo/movement/trajectory.hpp"

#include "geo/network/geodesic.hpp"

#include <algorithm>
#include <array>

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
