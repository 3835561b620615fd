// Sides are told apart by those who do not see red, green or blue: simulated by the matrices of Machado, Oliveira and
// Fernandes (2009) at full strength.

#include "support/bundled_map.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <set>

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

struct Sight
{
    char const *name;
    Matrix matrix;
};

constexpr Sight sights[]{
    {"normal", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

Vector linear(app::Colour c)
{
    auto const one = [](std::uint8_t v) {
        double const s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return {one(c.r), one(c.g), one(c.b)};
}

Vector seen(Matrix const &m, Vector const &v)
{
    Vector out{};
    for (std::size_t i = 0; i < 3; ++i) {
        out[i] = std::max(0.0, m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2]);
    }
    return out;
}

/// CIE L*a*b* of a linear sRGB colour, white point D65.
Vector lab(Vector const &c)
{
    auto const f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    double const x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047);
    double const y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    double const z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double apart(app::Colour a, app::Colour b, Sight const &sight)
{
    auto const x = lab(seen(sight.matrix, linear(a)));
    auto const y = lab(seen(sight.matrix, linear(b)));
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

} // namespace

TEST_CASE("no two sides whose colours look alike to a colour-blind reader share the shape of their frame")
{
    constexpr double easily = 20; // CIE76; about ten just noticeable differences
    auto const &sides = test::bundled_session().atlas->info.sides;
    auto const style = app::find_style("light");
    REQUIRE(sides.size() > 8);
    for (auto const &sight : sights) {
        for (std::size_t i = 0; i < sides.size(); ++i) {
            for (std::size_t k = i + 1; k < sides.size(); ++k) {
                double const difference =
                    apart(colour_of(sides, sides[i].id, style), colour_of(sides, sides[k].id, style), sight);
                CAPTURE(sight.name);
                CAPTURE(sides[i].id);
                CAPTURE(sides[k].id);
                CAPTURE(difference);
                CHECK((difference >= easily || app::frame_of(i) != app::frame_of(k)));
            }
        }
    }
}

TEST_CASE("the two main sides are told apart by colour alone, whatever the reader sees")
{
    auto const style = app::find_style("light");
    auto const &sides = test::bundled_session().atlas->info.sides;
    for (auto const &sight : sights) {
        CAPTURE(sight.name);
        CHECK(apart(colour_of(sides, "red", style), colour_of(sides, "azerbaijan", style), sight) > 30);
    }
}

TEST_CASE("an atlas's first twelve sides have twelve frames")
{
    std::set<app::Frame> frames;
    for (std::size_t side = 0; side < 12; ++side) {
        frames.insert(app::frame_of(side));
    }
    CHECK(frames.size() == 12);
}
