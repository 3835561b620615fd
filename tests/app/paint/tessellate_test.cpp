#include "app/paint/tessellate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

app::Triangles strokes(std::vector<app::ScreenPoint> points, float width, std::vector<float> dash = {},
                       bool closed = false)
{
    app::Stroke stroke;
    stroke.points = std::move(points);
    stroke.width = width;
    stroke.colour = {10, 20, 30, 255};
    stroke.dash = std::move(dash);
    stroke.closed = closed;
    app::Triangles out;
    tessellate(stroke, 800, 600, out);
    return out;
}

/// Area covered at full colour, square pixels.
double solid_area(app::Triangles const &triangles)
{
    double area = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        auto const &[a, b, c] = std::tuple{triangles[i], triangles[i + 1], triangles[i + 2]};
        if (a.colour.a == 255 && b.colour.a == 255 && c.colour.a == 255) {
            area += std::abs((b.at.x - a.at.x) * (c.at.y - a.at.y) - (c.at.x - a.at.x) * (b.at.y - a.at.y)) / 2;
        }
    }
    return area;
}

} // namespace

TEST_CASE("a stroke has a solid core a pixel narrower than itself and clear edges")
{
    auto const triangles = strokes({{100, 100}, {200, 100}}, 5);
    CHECK(solid_area(triangles) == doctest::Approx(400));
    CHECK(std::ranges::any_of(triangles, [](app::Vertex const &v) { return v.colour.a == 0; }));
    for (auto const &v : triangles) {
        CHECK((v.at.y >= 97 && v.at.y <= 103));
    }
}

TEST_CASE("dashes leave their gaps")
{
    CHECK(solid_area(strokes({{100, 100}, {200, 100}}, 5, {10, 10})) == doctest::Approx(200).epsilon(0.05));
}

TEST_CASE("a closed line is drawn all round")
{
    auto const open = solid_area(strokes({{100, 100}, {200, 100}, {200, 200}, {100, 200}}, 5));
    auto const closed = solid_area(strokes({{100, 100}, {200, 100}, {200, 200}, {100, 200}}, 5, {}, true));
    CHECK(closed > open * 1.25);
}

TEST_CASE("broken input gives neither endless nor invalid triangles")
{
    float const nan = std::numeric_limits<float>::quiet_NaN();
    float const huge = std::numeric_limits<float>::max();
    for (auto const &points : std::vector<std::vector<app::ScreenPoint>>{
             {}, {{1, 1}}, {{1, 1}, {1, 1}}, {{nan, 1}, {5, 5}}, {{0, 0}, {huge, huge}}, {{0, 0}, {50, 0}, {0, 0}}}) {
        for (auto const &v : strokes(points, 4, {3, 3})) {
            CHECK((std::isfinite(v.at.x) && std::isfinite(v.at.y)));
        }
    }
}

TEST_CASE("what lies far outside the picture costs nothing")
{
    CHECK(strokes({{5000, 5000}, {6000, 5000}}, 4).empty());
}

TEST_CASE("a fill without triangles is taken as one convex ring")
{
    app::Fill fill;
    fill.points = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    fill.ring_ends = {4};
    fill.colour = {1, 2, 3, 255};
    app::Triangles out;
    tessellate(fill, out);
    CHECK(out.size() == 6);
    CHECK(solid_area(out) == doctest::Approx(100));
}
