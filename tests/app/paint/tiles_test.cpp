#include "app/paint/tiles.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

/// A picture of 320 by 160 pixels: 10 by 5 tiles.
struct Picture
{
    app::Tiles tiles;

    /// Paints one thing and tells what has to be painted anew.
    std::vector<app::Part> paint(float left, float top, float right, float bottom, std::uint64_t hash,
                                 std::vector<app::PixelRect> const &covers = {}, bool below = true)
    {
        tiles.begin(320, 160, covers);
        tiles.add(left, top, right, bottom, hash, below);
        return tiles.finish();
    }
};

} // namespace

TEST_CASE("the first picture is painted whole, the same again not at all")
{
    Picture picture;
    auto const first = picture.paint(10, 10, 20, 20, 7);
    REQUIRE(first.size() == 1);
    CHECK(first[0] == app::Part{{0, 0, 320, 160}, false});
    CHECK(picture.paint(10, 10, 20, 20, 7).empty());
}

TEST_CASE("what changed its colour is painted anew where it lies, in whole tiles")
{
    Picture picture;
    (void)picture.paint(40, 40, 70, 60, 7);
    auto const parts = picture.paint(40, 40, 70, 60, 8);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].rect == app::PixelRect{32, 32, 96, 64});
}

TEST_CASE("what moved is painted anew where it was and where it is")
{
    Picture picture;
    (void)picture.paint(2, 2, 5, 5, 7);
    auto const parts = picture.paint(300, 130, 310, 140, 7);
    CHECK(picture.tiles.changed_share() == doctest::Approx(2 / 50.0));
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].rect == app::PixelRect{0, 0, 32, 32});
    CHECK(parts[1].rect == app::PixelRect{288, 128, 320, 160});
}

TEST_CASE("the order of what lies over one another counts")
{
    app::Tiles tiles;
    auto const paint = [&](std::uint64_t first, std::uint64_t second) {
        tiles.begin(320, 160, {});
        tiles.add(0, 0, 10, 10, first, true);
        tiles.add(0, 0, 10, 10, second, true);
        return tiles.finish();
    };
    (void)paint(1, 2);
    CHECK(paint(1, 2).empty());
    CHECK(paint(2, 1).size() == 1);
}

TEST_CASE("under an opaque cover nothing is painted anew for what lies below it, but for what lies on it")
{
    std::vector<app::PixelRect> const covers{{0, 96, 320, 160}};
    Picture picture;
    (void)picture.paint(10, 100, 300, 150, 1, covers);
    CHECK(picture.paint(10, 100, 300, 150, 2, covers).empty());
    auto const parts = picture.paint(10, 100, 20, 110, 3, covers, false);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0] == app::Part{{0, 96, 32, 128}, true});
}

TEST_CASE("only tiles that lie whole under the cover count as covered")
{
    std::vector<app::PixelRect> const covers{{0, 90, 320, 150}};
    Picture picture;
    (void)picture.paint(0, 0, 1, 1, 1, covers);
    auto const parts = picture.tiles.all();
    REQUIRE(std::ranges::count(parts, true, &app::Part::covered) == 1);
    CHECK(std::ranges::find(parts, true, &app::Part::covered)->rect == app::PixelRect{0, 96, 320, 128});
    CHECK(std::ranges::count(parts, false, &app::Part::covered) == 2);
}

TEST_CASE("a cover that goes away uncovers its ground")
{
    Picture picture;
    (void)picture.paint(0, 0, 1, 1, 1, {{0, 96, 320, 160}});
    auto const parts = picture.paint(0, 0, 1, 1, 1);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0] == app::Part{{0, 96, 320, 160}, false});
}

TEST_CASE("many small changes are painted as few parts that leave none out")
{
    app::Tiles tiles;
    tiles.begin(1920, 1080, {});
    (void)tiles.finish();
    tiles.begin(1920, 1080, {});
    auto const dot = [](int i) { return std::pair{i * 97 % 1900, i * 389 % 1060}; };
    for (int i = 0; i < 300; ++i) {
        auto const x = static_cast<float>(dot(i).first);
        auto const y = static_cast<float>(dot(i).second);
        tiles.add(x + 0.2F, y + 0.2F, x + 0.8F, y + 0.8F, 5, true);
    }
    auto const parts = tiles.finish();
    CHECK(parts.size() <= 12);
    for (int i = 0; i < 300; ++i) {
        auto const [x, y] = dot(i);
        app::PixelRect const pixel{x, y, x + 1, y + 1};
        CHECK(std::ranges::any_of(parts, [&](app::Part const &part) { return part.rect.meets(pixel); }));
    }
}

TEST_CASE("a window of another size, and a picture that was lost, are painted whole")
{
    app::Tiles tiles;
    tiles.begin(320, 160, {});
    (void)tiles.finish();
    tiles.begin(330, 160, {});
    auto const larger = tiles.finish();
    REQUIRE(larger.size() == 1);
    CHECK(larger[0].rect == app::PixelRect{0, 0, 330, 160});
    tiles.forget();
    tiles.begin(330, 160, {});
    CHECK(tiles.finish().size() == 1);
}

TEST_CASE("what was painted in many parts is shown in at most four rectangles, and only near parts are shown as one")
{
    app::Tiles tiles;
    tiles.begin(1920, 1080, {});
    (void)tiles.finish();
    std::vector<app::Part> const near{{{0, 0, 64, 32}, false}, {{96, 0, 128, 32}, true}};
    CHECK(tiles.to_show(near) == std::vector<app::PixelRect>{{0, 0, 128, 32}});
    std::vector<app::Part> const far{{{0, 0, 32, 32}, false}, {{1888, 1056, 1920, 1080}, false}};
    CHECK(tiles.to_show(far).size() == 2);
    std::vector<app::Part> many;
    for (int i = 0; i < 12; ++i) {
        many.push_back({{i * 160, i % 2 * 992, i * 160 + 32, i % 2 * 992 + 32}, false});
    }
    auto const shown = tiles.to_show(many);
    CHECK(shown.size() <= 4);
    for (auto const &part : many) {
        CHECK(std::ranges::any_of(shown, [&](app::PixelRect const &r) {
            return r.left <= part.rect.left && r.top <= part.rect.top && r.right >= part.rect.right &&
                   r.bottom >= part.rect.bottom;
        }));
    }
}
