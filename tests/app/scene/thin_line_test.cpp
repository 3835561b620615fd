#include "app/scene/thin_line.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace {

using Line = std::vector<app::ScreenPoint>;

float distance(app::ScreenPoint p, app::ScreenPoint a, app::ScreenPoint b)
{
    float const dx = b.x - a.x;
    float const dy = b.y - a.y;
    float const square = dx * dx + dy * dy;
    float const share = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0F, 1.0F) : 0;
    return std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

/// How far the farthest point of a line lies from the piece that took its place.
float farthest(Line const &whole, Line const &thin)
{
    float most = 0;
    std::size_t piece = 0;
    for (auto const &p : whole) {
        if (piece + 2 < thin.size() && p == thin[piece + 1]) {
            ++piece;
        }
        most = std::max(most, distance(p, thin[piece], thin[std::min(piece + 1, thin.size() - 1)]));
    }
    return most;
}

} // namespace

TEST_CASE("of a straight line only its ends are left")
{
    Line line;
    for (int i = 0; i <= 50; ++i) {
        line.push_back({static_cast<float>(i), static_cast<float>(i) * 0.5F});
    }
    CHECK(app::thin_line(line, 0.3F) == Line{line.front(), line.back()});
}

TEST_CASE("a corner and a way back stay where they are")
{
    Line const line{{0, 0}, {5, 0}, {10, 0}, {10, 5}, {10, 10}, {10, 2}};
    CHECK(app::thin_line(line, 0.3F) == Line{{0, 0}, {10, 0}, {10, 10}, {10, 2}});
}

TEST_CASE("no point left out of a wandering line lies farther than the tolerance from what took its place")
{
    std::mt19937 random{1920};
    std::normal_distribution<float> turn{0, 0.4F};
    for (float const tolerance : {0.2F, 0.5F, 2.0F}) {
        Line line{{0, 0}};
        float heading = 0;
        for (int i = 0; i < 5000; ++i) {
            heading += turn(random);
            line.push_back({line.back().x + 1.3F * std::cos(heading), line.back().y + 1.3F * std::sin(heading)});
        }
        auto const thin = app::thin_line(line, tolerance);
        CAPTURE(tolerance);
        CHECK(thin.front() == line.front());
        CHECK(thin.back() == line.back());
        CHECK(farthest(line, thin) <= tolerance * 1.001F);
        CHECK(thin.size() < line.size());
    }
}

TEST_CASE("lines of two points, one and none come back as they are")
{
    CHECK(app::thin_line({}, 1).empty());
    CHECK(app::thin_line({{1, 2}}, 1) == Line{{1, 2}});
    CHECK(app::thin_line({{1, 2}, {1.1F, 2}}, 1) == Line{{1, 2}, {1.1F, 2}});
}
