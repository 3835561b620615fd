#include "support/temporary_folder.hpp"

#include "app/core/paths.hpp"
#include "app/scene/build_scene.hpp"
#include "app/state/reduce.hpp"

#include "geo/foreign/load.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>

namespace {

constexpr char const *shapes = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"name": "with a hole"}, "geometry": {"type": "Polygon", "coordinates": [
  [[44, 40], [46, 40], [46, 42], [44, 42], [44, 40]], [[44.5, 40.5], [45.5, 40.5], [45.5, 41.5], [44.5, 41.5], [44.5, 40.5]]]}},
{"type": "Feature", "properties": {"name": "crosses itself"}, "geometry": {"type": "Polygon", "coordinates": [
  [[47, 40], [48, 41], [48, 40], [47, 41], [47, 40]]]}},
{"type": "Feature", "properties": {"name": "way"}, "geometry": {"type": "MultiLineString", "coordinates": [
  [[44, 39], [49, 39.5], [44, 39.8]], [[50, 40], [50.1, 42]]]}}]})";

struct Opened
{
    test::TemporaryFolder folder;
    std::shared_ptr<geo::Atlas const> atlas = load();
    geo::Projection projection{atlas->info.crs, atlas->info.home};
    app::MapModel map = app::make_map_model(atlas, {atlas->info.home}, projection);

    [[nodiscard]] std::shared_ptr<geo::Atlas const> load() const
    {
        auto const file = folder.path() / "shapes.geojson";
        std::ofstream{file} << shapes;
        return geo::load_with_guests(file, {}).atlas;
    }
    [[nodiscard]] bool holds(geo::Index region, geo::LonLat at) const
    {
        return app::holds(map, region, projection.forward(at));
    }
};

} // namespace

TEST_CASE("each part of other people's shapes lies within its box")
{
    Opened const opened;
    auto const &lines = opened.map.guests->lines();
    REQUIRE(lines.size() == 2);
    REQUIRE(opened.map.guests->areas().size() == 2);
    for (auto const &line : lines) {
        for (auto const at : *line.points) {
            auto const p = opened.projection.forward(at);
            CHECK(line.box.meets({p.x - 0.1, p.y - 0.1, p.x + 0.1, p.y + 0.1}));
        }
    }
    CHECK_FALSE(lines[1].box.meets(lines[0].box));
}

TEST_CASE("an area of a file holds what its rings enclose, once and not twice")
{
    Opened const opened;
    CHECK(opened.holds(0, {44.2, 41}));
    CHECK_FALSE(opened.holds(0, {45, 41}));
    CHECK_FALSE(opened.holds(0, {47.1, 40.5}));
    CHECK(opened.holds(1, {47.1, 40.5}));
    CHECK_FALSE(opened.holds(1, {47.5, 40.9}));
}

TEST_CASE("areas of a file are filled and outlined at the scale of the picture, lines have a light rim")
{
    Opened const opened;
    auto const style = app::load_style(app::assets_dir() / "styles/light.json");
    app::FontMetrics const fonts;
    app::Texts const texts{"/nowhere", "en"};
    auto const state = app::opening_state({*opened.atlas, opened.projection}, {1200, 800});
    auto const world = state_at(*opened.atlas, state.now);
    auto const base = app::build_base({opened.map, world, state, style, fonts, texts, {0, 0, 1200, 800}, {}});
    auto const colour = app::parse_colour(opened.atlas->guests.front().colour).value();
    int fills = 0;
    int outlines = 0;
    int ways = 0;
    for (auto const &item : base.scene.items) {
        auto const mine = [&](app::Colour c) { return c.r == colour.r && c.g == colour.g && c.b == colour.b; };
        if (auto const *const fill = std::get_if<app::Fill>(&item); fill != nullptr && mine(fill->colour)) {
            ++fills;
            CHECK(fill->triangles->size() >= 6);
        } else if (auto const *const stroke = std::get_if<app::Stroke>(&item); stroke != nullptr && mine(stroke->colour)) {
            ++(stroke->colour.a == 255 ? ways : outlines);
        }
    }
    CHECK(fills == 2);
    CHECK(outlines == 3);
    CHECK(ways == 2);
}
