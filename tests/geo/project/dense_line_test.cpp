#include "geo/project/dense_line.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace {

/// How far the quick way is from the true one, at worst; metres.
double worst(geo::Projection const &projection, geo::LineString const &line)
{
    auto const quick = geo::forward_dense(projection, line);
    REQUIRE(quick.size() == line.size());
    double most = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        auto const p = projection.forward(line[i]);
        most = std::max(most, std::hypot(p.x - quick[i].x, p.y - quick[i].y));
    }
    return most;
}

} // namespace

TEST_CASE("a line of many points is projected to a centimetre, wherever it lies and however wide it is")
{
    for (auto const *const crs : {"", "+proj=laea +lat_0=40 +lon_0=48 +datum=WGS84 +type=crs",
                                  "+proj=eqearth +datum=WGS84 +type=crs"}) {
        geo::Projection const projection{crs, {44, 36, 52, 44}};
        for (double const step : {1e-6, 1e-4, 1e-3, 0.01}) {
            geo::LineString line;
            for (int i = 0; i < 700; ++i) {
                line.push_back({44 + step * i, 38 + 3 * std::sin(step * i)});
            }
            CHECK(worst(projection, line) < 0.02);
        }
        geo::LineString const along_a_meridian(300, {48, 40});
        CHECK(worst(projection, along_a_meridian) < 0.01);
    }
}

TEST_CASE("a line of few points is projected point by point, and what has no place in the plane is left out")
{
    geo::Projection const projection{"", {44, 36, 52, 44}};
    CHECK(worst(projection, {{44, 36}, {52, 44}}) == 0);
    CHECK(geo::forward_dense(projection, {}).empty());
    auto const nowhere = std::numeric_limits<double>::quiet_NaN();
    CHECK(geo::forward_dense(projection, {{44, 36}, {nowhere, 40}, {52, 44}}).size() == 2);
}
