#include "support/atlas_folder.hpp"

#include "app/state/carry_over.hpp"

#include <doctest/doctest.h>

using test::at;

TEST_CASE("after an atlas is read again the selection follows its id, and is let go where the id is gone")
{
    test::AtlasFolder folder;
    auto const before = folder.load().atlas;
    folder.replace("units.csv", "train,Train", "scouts,Scouts,red,cavalry,,cavalry,book\ntrain,Train");
    folder.replace("places.geojson", "\"id\":\"halt\"", "\"id\":\"stop\"");
    auto const after = folder.load().atlas;
    app::ViewerState state;
    state.now = at("1920-04-27T05:00");
    state.selection = {app::Kind::unit, *geo::index_of(before->units, "train")};
    auto const kept = app::carry_over(state, *before, *after);
    CHECK(kept.selection.kind == app::Kind::unit);
    CHECK(after->units[kept.selection.index].id == "train");
    CHECK(kept.selection.index != state.selection.index);
    CHECK(kept.now == state.now);

    state.selection = {app::Kind::place, *geo::index_of(before->places, "halt")};
    CHECK(app::carry_over(state, *before, *after).selection == app::Selection{});
}

TEST_CASE("after an atlas is read again the clock stays within its span")
{
    test::AtlasFolder folder;
    auto const before = folder.load().atlas;
    folder.replace("atlas.json", "1920-04-01/1920-05-31", "1920-04-01/1920-04-20");
    auto const after = folder.load().atlas;
    app::ViewerState state;
    state.now = at("1920-04-27T05:00");
    state.ruler = before->info.span;
    auto const kept = app::carry_over(state, *before, *after);
    CHECK(kept.now == at("1920-04-20T23:59:59"));
    CHECK(kept.ruler == after->info.opening_ruler);
}
