#include "geo/project/ear_clip.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

namespace {

using Ring = std::vector<geo::MapPoint>;

double area_of(Ring const &ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        auto const &a = ring[i];
        auto const &b = ring[(i + 1) % ring.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return std::abs(sum) / 2;
}

/// Of all triangles together: that of the ring only if they cover it once.
double area_of(Ring const &ring, std::vector<std::uint32_t> const &triangles)
{
    double sum = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        sum += area_of({ring[triangles[i]], ring[triangles[i + 1]], ring[triangles[i + 2]]});
    }
    return sum;
}

/// A star with lobes, drawn to the left or to the right.
Ring star(int points, int lobes, bool left)
{
    Ring ring;
    for (int i = 0; i < points; ++i) {
        double const a = (left ? 1 : -1) * 2 * std::numbers::pi * i / points;
        double const r = 1000 + 700 * std::sin(lobes * a);
        ring.push_back({r * std::cos(a), r * std::sin(a)});
    }
    return ring;
}

} // namespace

TEST_CASE("the ears of a ring cover it once, whichever way it was drawn")
{
    for (auto const &ring : {star(3, 1, true), star(100, 7, true), star(1000, 20, true), star(999, 33, false),
                             Ring{{0, 0}, {4, 0}, {4, 4}, {3, 4}, {3, 1}, {1, 1}, {1, 4}, {0, 4}},
                             Ring{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {3, 3}, {0, 3}}}) {
        auto const triangles = geo::clip_ears(ring);
        REQUIRE(triangles);
        CHECK(triangles->size() == 3 * (ring.size() - 2));
        CHECK(area_of(ring, *triangles) == doctest::Approx(area_of(ring)).epsilon(1e-9));
    }
}

TEST_CASE("fewer than three points are no ring, and points on one another harm nothing")
{
    CHECK_FALSE(geo::clip_ears(Ring{{0, 0}, {1, 1}}));
    Ring const twice{{0, 0}, {2, 0}, {2, 0}, {2, 2}, {0, 2}, {0, 2}};
    auto const triangles = geo::clip_ears(twice);
    REQUIRE(triangles);
    CHECK(area_of(twice, *triangles) == doctest::Approx(4));
}
