#include "app/scene/trapezoids.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

using Ring = std::vector<app::ScreenPoint>;

app::Fill fill_of(std::vector<Ring> const &rings)
{
    app::Fill fill;
    for (auto const &ring : rings) {
        fill.points.insert(fill.points.end(), ring.begin(), ring.end());
        fill.ring_ends.push_back(static_cast<std::uint32_t>(fill.points.size()));
    }
    return fill;
}

/// Of all triangles together, and of none twice if it is that of what they are to cover.
double covered(std::vector<Ring> const &rings, int width = 1000, int height = 1000)
{
    auto fill = fill_of(rings);
    auto const points = fill.points;
    app::cut_to_trapezoids(fill, width, height);
    REQUIRE(fill.triangles);
    CHECK(std::equal(points.begin(), points.end(), fill.points.begin())); // for paper, which fills rings
    double sum = 0;
    auto const &t = *fill.triangles;
    for (std::size_t i = 0; i + 2 < t.size(); i += 3) {
        auto const &a = fill.points.at(t[i]);
        auto const &b = fill.points.at(t[i + 1]);
        auto const &c = fill.points.at(t[i + 2]);
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
    return sum;
}

Ring square(float x, float y, float side)
{
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

/// A star with lobes about the middle of the picture, drawn to the left or to the right.
Ring star(int points, int lobes, bool left)
{
    Ring ring;
    for (int i = 0; i < points; ++i) {
        double const a = (left ? 1 : -1) * 2 * std::numbers::pi * i / points;
        double const r = 250 + 170 * std::sin(lobes * a);
        ring.push_back({static_cast<float>(500 + r * std::cos(a)), static_cast<float>(500 + r * std::sin(a))});
    }
    return ring;
}

double area_of(Ring const &ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        auto const &a = ring[i];
        auto const &b = ring[(i + 1) % ring.size()];
        sum += static_cast<double>(a.x) * static_cast<double>(b.y) - static_cast<double>(b.x) * static_cast<double>(a.y);
    }
    return std::abs(sum) / 2;
}

} // namespace

TEST_CASE("an area is covered once, whichever way its ring was drawn")
{
    for (auto const &ring : {square(100, 100, 50), star(5, 1, true), star(100, 7, true), star(1000, 20, true),
                             star(999, 33, false)}) {
        CHECK(covered({ring}) == doctest::Approx(area_of(ring)).epsilon(0.002));
    }
}

TEST_CASE("holes stay free, islands in them are filled, and a part that lies over another is a hole")
{
    CHECK(covered({square(100, 100, 90), square(120, 120, 30)}) == doctest::Approx(8100 - 900));
    CHECK(covered({square(100, 100, 90), square(120, 120, 30), square(130, 130, 5)}) == doctest::Approx(8100 - 900 + 25));
    CHECK(covered({square(100, 100, 20), square(110, 110, 20)}) == doctest::Approx(600));
}

TEST_CASE("a ring that crosses itself is filled, too")
{
    Ring const bow{{100, 100}, {200, 200}, {200, 100}, {100, 200}};
    CHECK(covered({bow}) == doctest::Approx(5000).epsilon(0.002));
    Ring const flat{{100, 100}, {200, 200}, {100, 100}};
    CHECK(covered({flat}) == doctest::Approx(0));
    CHECK(covered({{}}) == doctest::Approx(0));
    CHECK(covered({{{100, 100}}}) == doctest::Approx(0));
}

TEST_CASE("what lies outside the picture is not cut, however far it reaches")
{
    CHECK(covered({square(-500, -500, 300)}) == doctest::Approx(0));
    CHECK(covered({square(1100, 100, 300)}) == doctest::Approx(0));
    CHECK(covered({square(100, 100, 1e6F)}, 1000, 300) == doctest::Approx(1e6 * 201).epsilon(0.01));
    CHECK(covered({square(-1e7F, -1e7F, 2e7F)}, 1000, 300) == doctest::Approx(2e7 * 302).epsilon(0.01));
}
