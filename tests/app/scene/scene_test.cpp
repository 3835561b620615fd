#include "support/atlas_folder.hpp"

#include "app/core/paths.hpp"
#include "app/scene/build_scene.hpp"
#include "app/scene/drawing.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

/// The small atlas of the tests, ready to be drawn.
struct Picture
{
    test::AtlasFolder folder;
    std::shared_ptr<geo::Atlas const> atlas = folder.load().atlas;
    geo::Projection projection{atlas->info.crs, atlas->info.home};
    app::MapModel map = app::make_map_model(atlas, {atlas->info.home}, projection);
    app::Style style = app::load_style(app::assets_dir() / "styles/light.json");
    app::FontMetrics fonts;
    app::Texts texts{"/nowhere", "en"};
    app::ViewerState state = app::opening_state({*atlas, projection}, {1200, 800});

    [[nodiscard]] std::pair<app::BaseScene, app::Scene> draw(char const *when) const
    {
        auto const world = state_at(*atlas, test::at(when));
        auto view = state;
        view.now = world.at;
        app::SceneInput const in{map, world, view, style, fonts, texts, {0, 0, 1200, 800}, {}};
        auto base = build_base(in);
        auto moving = build_moving(in, base);
        return {std::move(base), std::move(moving)};
    }
    [[nodiscard]] std::string key(char const *when) const
    {
        auto const world = state_at(*atlas, test::at(when));
        return app::base_key({map, world, state, style, fonts, texts, {0, 0, 1200, 800}, {}});
    }
};

std::vector<std::string> texts_of(app::Scene const &scene)
{
    std::vector<std::string> found;
    for (auto const &item : scene.items) {
        if (auto const *const text = std::get_if<app::Text>(&item)) {
            found.push_back(text->utf8);
        }
    }
    return found;
}

bool has(app::Scene const &scene, char const *text)
{
    return std::ranges::count(texts_of(scene), text) > 0;
}

int dashed(app::Scene const &scene)
{
    return static_cast<int>(std::ranges::count_if(scene.items, [](app::Item const &item) {
        auto const *const stroke = std::get_if<app::Stroke>(&item);
        return stroke != nullptr && !stroke->dash.empty() && stroke->closed;
    }));
}

} // namespace

TEST_CASE("the map shows its places by name, the important ones at the overview")
{
    auto const [base, moving] = Picture{}.draw("1920-04-27T02:30");
    CHECK(has(base.scene, "West"));
    CHECK(has(base.scene, "East"));
}

TEST_CASE("a unit is drawn by name at its place, its passengers within it")
{
    auto const [base, moving] = Picture{}.draw("1920-04-26T20:00");
    CHECK(has(moving, "Train"));
    CHECK_FALSE(has(moving, "Crew"));
    auto const after = Picture{}.draw("1920-04-29T13:00").second;
    CHECK(has(after, "Crew"));
}

TEST_CASE("an interpolated position has a dashed halo, a fixed one has none")
{
    Picture picture;
    CHECK(dashed(picture.draw("1920-04-27T02:30").second) == 1);
    CHECK(dashed(picture.draw("1920-04-26T20:00").second) == 0);
}

TEST_CASE("what is switched off is not drawn")
{
    Picture picture;
    picture.state.hidden = {"places", "units", "tracks", "events"};
    auto const [base, moving] = picture.draw("1920-04-27T02:30");
    CHECK_FALSE(has(base.scene, "West"));
    CHECK(moving.items.empty());
}

TEST_CASE("a click on a unit selects it, a click on a place selects the place, elsewhere nothing")
{
    Picture picture;
    auto const [base, moving] = picture.draw("1920-04-26T20:00");
    auto const middle = [](app::Target const &t) {
        return app::ScreenPoint{(t.left + t.right) / 2, (t.top + t.bottom) / 2};
    };
    REQUIRE_FALSE(moving.targets.empty());
    CHECK(hit_test(base.scene, moving, middle(moving.targets.front())).kind == app::Kind::unit);
    auto const place = std::ranges::find(base.scene.targets, app::Kind::place, &app::Target::kind);
    REQUIRE(place != base.scene.targets.end());
    CHECK(hit_test(base.scene, {}, middle(*place)) == app::Selection{app::Kind::place, place->index});
    CHECK(hit_test(base.scene, moving, {-50, -50}).kind == app::Kind::none);
}

TEST_CASE("the base picture is kept while only time moves, and made anew when a region changes hands")
{
    Picture picture;
    CHECK(picture.key("1920-04-27T02:30") == picture.key("1920-04-27T09:00"));
    CHECK(picture.key("1920-04-27T02:30") != picture.key("1920-04-28T02:30"));
    auto const before = picture.key("1920-04-27T02:30");
    picture.state.language = "az";
    CHECK(picture.key("1920-04-27T02:30") != before);
}

TEST_CASE("no coordinate of a scene is not a number")
{
    auto const [base, moving] = Picture{}.draw("1920-04-27T02:30");
    auto items = base.scene.items;
    items.insert(items.end(), moving.items.begin(), moving.items.end());
    auto const finite = [](app::ScreenPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    for (auto const &item : items) {
        if (auto const *const stroke = std::get_if<app::Stroke>(&item)) {
            CHECK(std::ranges::all_of(stroke->points, finite));
        } else if (auto const *const fill = std::get_if<app::Fill>(&item)) {
            CHECK(std::ranges::all_of(fill->points, finite));
        }
    }
}

TEST_CASE("an unknown side, symbol or polity is drawn all the same, in a colour of the palette")
{
    Picture picture;
    CHECK(colour_of({}, "whoever", picture.style).a == 255);
    test::AtlasFolder folder;
    folder.replace("units.csv", "armoured_train,,armoured_train", "thing,,no_such_sign");
    folder.replace("units.csv", "Train,red", "Train,whoever");
    picture.atlas = folder.load().atlas;
    picture.map = app::make_map_model(picture.atlas, {picture.atlas->info.home}, picture.projection);
    CHECK(has(picture.draw("1920-04-26T20:00").second, "Train"));
}

TEST_CASE("an area with more points than pixels is filled with few triangles that cover the same ground")
{
    Picture const picture;
    auto const world = state_at(*picture.atlas, test::at("1920-04-27"));
    app::SceneInput const in{picture.map,   world,         picture.state,     picture.style,
                             picture.fonts, picture.texts, {0, 0, 1200, 800}, {}};
    app::Drawing const drawing{in};
    auto const &camera = picture.state.camera;
    constexpr std::uint32_t points = 40'000;
    constexpr double radius = 30; // pixels
    double const r = radius * camera.metres_per_pixel;
    app::ModelArea area;
    std::vector<std::uint32_t> fan;
    for (std::uint32_t i = 0; i < points; ++i) {
        double const a = 2 * std::numbers::pi * i / points;
        area.points.push_back({camera.centre.x + r * std::cos(a), camera.centre.y + r * std::sin(a)});
        if (i >= 2) {
            fan.insert(fan.end(), {0, i - 1, i});
        }
    }
    area.ring_ends = {points};
    area.triangles = std::make_shared<std::vector<std::uint32_t> const>(fan);
    area.box = {camera.centre.x - r, camera.centre.y - r, camera.centre.x + r, camera.centre.y + r};

    auto const ground = [](app::Fill const &fill) {
        double sum = 0;
        for (std::size_t i = 0; i + 2 < fill.triangles->size(); i += 3) {
            auto const &a = fill.points.at((*fill.triangles)[i]);
            auto const &b = fill.points.at((*fill.triangles)[i + 1]);
            auto const &c = fill.points.at((*fill.triangles)[i + 2]);
            sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
        }
        return sum;
    };
    double const disc = std::numbers::pi * radius * radius;
    auto const coarse = drawing.fill(area, {});
    CHECK(coarse.triangles->size() / 3 < 1000);
    CHECK(ground(coarse) == doctest::Approx(disc).epsilon(0.01));

    area.box = {camera.centre.x - 1e3 * r, camera.centre.y - 1e3 * r, camera.centre.x + 1e3 * r,
                camera.centre.y + 1e3 * r};
    CHECK(drawing.fill(area, {}).triangles == area.triangles); // of a large one every triangle can be seen
}
