#include "geo/network/geodesic.hpp"
#include "geo/network/routing.hpp"

#include <doctest/doctest.h>

using doctest::Approx;

namespace {

geo::Line railway(char const *id, geo::LineString points, geo::Span span = {})
{
    geo::Line line;
    line.id = id;
    line.kind = geo::LineKind::railway;
    line.life.span = span;
    line.shape = {std::move(points)};
    return line;
}

/// A triangle: the direct line from A to B and a way round by C.
std::vector<geo::Line> triangle()
{
    return {railway("direct", {{48, 41}, {49, 41}, {50, 41}}), railway("up", {{48, 41}, {49, 42}}),
            railway("down", {{49, 42}, {50, 41}})};
}

geo::Way way(std::vector<geo::Line> const &lines, geo::LonLat from, geo::LonLat to, std::optional<geo::Index> via = {})
{
    std::vector<geo::WayRequest> const requests{{from, to, geo::Instant{}, via}};
    return find_ways(lines, geo::LineKind::railway, requests)[0];
}

} // namespace

TEST_CASE("a degree of longitude on the equator has the length that the ellipsoid gives")
{
    CHECK(geo::distance_m({0, 0}, {1, 0}) == Approx(111319.49).epsilon(1e-6));
    CHECK(geo::bearing_deg({0, 0}, {1, 0}) == Approx(90));
    CHECK(geo::bearing_deg({0, 0}, {-1, 0}) == Approx(270));
}

TEST_CASE("the shortest way is found and measured along the line")
{
    auto const found = way(triangle(), {48, 41}, {50, 41});
    REQUIRE(found.route);
    CHECK(found.route->kind == geo::RouteKind::network);
    CHECK(found.route->points.size() == 3);
    CHECK(found.route->length() == Approx(geo::distance_m({48, 41}, {49, 41}) * 2));
    CHECK(found.from_off_m < 1);
}

TEST_CASE("lines join only where they share a vertex")
{
    auto const round =
        way({railway("up", {{48, 41}, {49, 42}}), railway("down", {{49, 42}, {50, 41}})}, {48, 41}, {50, 41});
    REQUIRE(round.route);
    CHECK(round.route->points[1] == geo::LonLat{49, 42});
    CHECK_FALSE(
        way({railway("up", {{48, 41}, {49, 42}}), railway("gap", {{49.1, 42}, {50, 41}})}, {48, 41}, {50, 41}).route);
}

TEST_CASE("a place beside the line goes straight to its nearest point")
{
    auto const found = way(triangle(), {48.5, 41.02}, {50, 41});
    REQUIRE(found.route);
    CHECK(found.from_off_m == Approx(geo::distance_m({48.5, 41.02}, {48.5, 41})).epsilon(0.01));
    CHECK(found.route->points[0] == geo::LonLat{48.5, 41.02});
    CHECK(found.route->points[1].lon == Approx(48.5));
    CHECK(found.route->points[1].lat == Approx(41));
}

TEST_CASE("a leg within one segment runs along it in both directions")
{
    for (auto const &[from, to] : {std::pair{48.2, 48.7}, std::pair{48.7, 48.2}}) {
        auto const found = way(triangle(), {from, 41}, {to, 41});
        REQUIRE(found.route);
        CHECK(found.route->length() == Approx(geo::distance_m({48.2, 41}, {48.7, 41})).epsilon(1e-6));
        CHECK(found.route->points.front().lon == Approx(from));
        CHECK(found.route->points.back().lon == Approx(to));
    }
}

TEST_CASE("via keeps to the named line, and is told so")
{
    auto const lines = triangle();
    CHECK(way(lines, {48, 41}, {49, 42}, geo::Index{1}).route->kind == geo::RouteKind::line);
    CHECK_FALSE(way(lines, {48, 41}, {50, 41}, geo::Index{1}).to_off_m < 1000);
}

TEST_CASE("a line is used only while it exists")
{
    geo::Instant const opened{std::chrono::seconds{1000}};
    std::vector<geo::Line> const lines{railway("new", {{48, 41}, {50, 41}}, {opened, geo::distant_future})};
    CHECK_FALSE(way(lines, {48, 41}, {50, 41}).route); // asked for the instant 0
}

TEST_CASE("ends that meet the network in one point are joined by a straight way")
{
    auto const found = way(triangle(), {48, 40.99}, {48, 40.98});
    REQUIRE(found.route);
    CHECK(found.route->kind == geo::RouteKind::straight);
}

TEST_CASE("without any line there is no way")
{
    CHECK_FALSE(way({}, {48, 41}, {50, 41}).route);
}

TEST_CASE("position and heading along a route follow the arc length")
{
    auto const route = *way(triangle(), {48, 41}, {50, 41}).route;
    auto const middle = point_along(route, route.length() / 2);
    CHECK(middle.lon == Approx(49));
    CHECK(point_along(route, -5) == route.points.front());
    CHECK(point_along(route, route.length() + 5) == route.points.back());
    CHECK(heading_along(route, 0) == Approx(90).epsilon(0.01));
}
