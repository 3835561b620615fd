#include "geo/overlay/overlay.hpp"
#include "geo/project/projection.hpp"
#include "geo/project/triangulate.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

geo::Box const extent{45, 38, 51, 43};

double area_of(geo::FlatArea const &area)
{
    double total = 0;
    for (std::size_t i = 0; i + 2 < area.triangles.size(); i += 3) {
        auto const &[a, b, c] = std::tuple{area.points[area.triangles[i]], area.points[area.triangles[i + 1]],
                                           area.points[area.triangles[i + 2]]};
        total += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
    return total;
}

/// By the shoelace formula over the rings, holes taken off.
double ring_area(geo::FlatArea const &area)
{
    double total = 0;
    std::uint32_t begin = 0;
    for (auto const end : area.ring_ends) {
        double sum = 0;
        for (auto i = begin; i < end; ++i) {
            auto const &[a, b] = std::pair{area.points[i], area.points[i + 1 < end ? i + 1 : begin]};
            sum += a.x * b.y - b.x * a.y;
        }
        total += begin == 0 ? std::abs(sum) / 2 : -std::abs(sum) / 2;
        begin = end;
    }
    return total;
}

} // namespace

TEST_CASE("projecting there and back gives the same point")
{
    geo::Projection const projection{"", extent};
    auto const back = projection.inverse(projection.forward({49.849, 40.3795}));
    CHECK(back.lon == doctest::Approx(49.849).epsilon(1e-9));
    CHECK(back.lat == doctest::Approx(40.3795).epsilon(1e-9));
}

TEST_CASE("in the default conic east is right, north is up, and a kilometre is about a thousand metres")
{
    geo::Projection const projection{"", extent};
    auto const a = projection.forward({48, 40.5});
    auto const east = projection.forward({48.1, 40.5});
    auto const north = projection.forward({48, 40.6});
    CHECK(east.x > a.x);
    CHECK(north.y > a.y);
    CHECK(north.y - a.y == doctest::Approx(11'104).epsilon(0.005)); // a tenth of a degree of latitude there
}

TEST_CASE("a projection that PROJ cannot make is told with its text and PROJ's reason")
{
    try {
        geo::Projection const projection{"+proj=nonsense", extent};
        CHECK(false);
    } catch (std::exception const &failure) {
        CHECK(std::string{failure.what()}.starts_with("the projection '+proj=nonsense' cannot be used: "));
    }
}

TEST_CASE("the triangles of a polygon with a hole cover it and nothing else")
{
    geo::Projection const projection{"", extent};
    geo::Polygon const polygon{{{46, 39}, {50, 39}, {50, 42}, {46, 42}, {46, 39}},
                               {{47, 40}, {48, 40}, {48, 41}, {47, 41}, {47, 40}}};
    auto const flat = geo::triangulate(polygon, projection);
    REQUIRE(flat.ring_ends.size() == 2);
    CHECK(area_of(flat) == doctest::Approx(ring_area(flat)).epsilon(1e-9));
}

TEST_CASE("a polygon that is too small or broken gives no triangles and does not crash")
{
    geo::Projection const projection{"", extent};
    CHECK(geo::triangulate({}, projection).triangles.empty());
    CHECK(geo::triangulate({{{46, 39}, {46, 39}}}, projection).triangles.empty());
}

TEST_CASE("taking the sea off a region leaves the land of it")
{
    geo::MultiPolygon const region{{{{46, 39}, {50, 39}, {50, 41}, {46, 41}, {46, 39}}}};
    geo::MultiPolygon const sea{{{{48, 38}, {52, 38}, {52, 42}, {48, 42}, {48, 38}}}};
    auto const land = geo::difference(region, sea);
    REQUIRE(land.size() == 1);
    for (auto const &p : land[0][0]) {
        CHECK(p.lon <= 48.000001);
    }
    CHECK(geo::intersection(region, sea).size() == 1);
}
