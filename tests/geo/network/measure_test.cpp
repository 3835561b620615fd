#include "support/atlas_folder.hpp"

#include "geo/network/measure.hpp"

#include <doctest/doctest.h>

#include <array>

using doctest::Approx;

TEST_CASE("a course over the ground is measured on the ellipsoid, with the bearing of each stretch")
{
    std::array<geo::LonLat, 3> const points{{{48, 41}, {49, 41}, {49, 42}}};
    auto const measured = geo::measure_ground(points);
    REQUIRE(measured.metres.size() == 2);
    CHECK(measured.metres[0] == Approx(84113).epsilon(1e-3));  // a degree of the parallel 41° N
    CHECK(measured.metres[1] == Approx(111070).epsilon(1e-3)); // a degree of the meridian there
    CHECK(measured.length_m == Approx(measured.metres[0] + measured.metres[1]));
    CHECK(measured.bearing_deg[0] == Approx(89.67).epsilon(1e-3));
    CHECK(measured.bearing_deg[1] == Approx(0));
    CHECK(measured.area_km2 == Approx(4671).epsilon(0.01));
    CHECK(measured.perimeter_m > measured.length_m);
}

TEST_CASE("two points have a length but no area, one has neither")
{
    std::array<geo::LonLat, 2> const two{{{48, 41}, {49, 41}}};
    CHECK(geo::measure_ground(two).area_km2 == 0);
    CHECK(geo::measure_ground(std::span{two}.first(1)).length_m == 0);
}

TEST_CASE("along the network the way follows the lines, and there is none where no line leads")
{
    test::AtlasFolder const folder;
    auto const loaded = folder.load();
    std::array<geo::LonLat, 2> const ends{{{48, 41}, {50, 41}}};
    auto const ways = geo::measure_network(*loaded.atlas, geo::LineKind::railway, ends, test::at("1920-04-27"));
    REQUIRE(ways.size() == 1);
    REQUIRE(ways[0]);
    CHECK(ways[0]->length() == Approx(168226).epsilon(1e-3));
    auto const none = geo::measure_network(*loaded.atlas, geo::LineKind::sea_lane, ends, test::at("1920-04-27"));
    CHECK_FALSE(none[0]);
    std::array<geo::LonLat, 2> const far{{{48, 41}, {50, 44}}};
    CHECK_FALSE(geo::measure_network(*loaded.atlas, geo::LineKind::railway, far, test::at("1920-04-27"))[0]);
}
