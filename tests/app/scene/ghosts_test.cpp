#include "support/atlas_folder.hpp"

#include "app/core/paths.hpp"
#include "app/scene/build_scene.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

/// Whether the other account of the train is drawn at that time.
bool ghost_at(char const *when, bool chosen = false)
{
    test::AtlasFolder folder;
    folder.replace("units.csv", "crew,Crew", "train@book,By the book,red,armoured_train,,armoured_train,book\ncrew,Crew");
    folder.replace("fixes.csv", "train,1,west",
                   "train@book,1,west,1920-04-26,1920-04-27T02:00,rail,,source,attested,book,\n"
                   "train@book,2,east,1920-04-27T12:00,,rail,,source,disputed,book,\ntrain,1,west");
    auto const atlas = folder.load().atlas;
    geo::Projection const projection{atlas->info.crs, atlas->info.home};
    auto const map = app::make_map_model(atlas, {atlas->info.home}, projection);
    auto const style = app::load_style(app::assets_dir() / "styles/light.json");
    app::FontMetrics const fonts;
    app::Texts const texts{"/nowhere", "en"};
    auto const world = state_at(*atlas, test::at(when));
    auto view = app::opening_state({*atlas, projection}, {1200, 800});
    view.now = world.at;
    auto const other = geo::index_of(atlas->units, "train@book").value();
    view.selection = {app::Kind::unit, chosen ? other : geo::index_of(atlas->units, "crew").value()};
    app::SceneInput const in{map, world, view, style, fonts, texts, {0, 0, 1200, 800}, {}};
    auto const moving = build_moving(in, build_base(in));
    auto const words = std::ranges::count_if(moving.items, [](app::Item const &item) {
        auto const *const text = std::get_if<app::Text>(&item);
        return text != nullptr && text->utf8 == "By the book";
    });
    auto const hit = std::ranges::count_if(moving.targets, [&](app::Target const &target) {
        return target.kind == app::Kind::unit && target.index == other;
    });
    CHECK(words == (chosen ? hit : 0)); // a name beside it would cover others: it is told to who asks
    return hit == 1;
}

} // namespace

TEST_CASE("another account of a movement is a ghost on the map while it differs, and nothing where both agree")
{
    CHECK_FALSE(ghost_at("1920-04-26T20:00")); // both stand in the west
    CHECK(ghost_at("1920-04-27T05:00"));       // the train has left two hours before
    CHECK(ghost_at("1920-04-27T11:00"));       // and is in the east an hour before
    CHECK_FALSE(ghost_at("1920-04-27T18:00"));
    CHECK(ghost_at("1920-04-27T05:00", true));
}
