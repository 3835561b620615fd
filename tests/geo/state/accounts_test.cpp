#include "support/atlas_folder.hpp"

#include "geo/state/accounts.hpp"
#include "geo/state/source_filter.hpp"

#include <doctest/doctest.h>

TEST_CASE("another account of a movement is a unit of its own that knows whose movement it tells, and can be hidden")
{
    test::AtlasFolder folder;
    folder.replace("units.csv", "crew,Crew", "train@book,By the book,red,armoured_train,,armoured_train,book\ncrew,Crew");
    folder.replace("fixes.csv", "train,1,west",
                   "train@book,1,west,1920-04-26,1920-04-27T02:00,rail,,source,attested,book,\n"
                   "train@book,2,east,1920-04-27T12:00,,rail,,source,disputed,book,\ntrain,1,west");
    auto const loaded = folder.load();
    auto const &atlas = *loaded.atlas;
    CHECK(loaded.problems.empty());
    auto const train = geo::index_of(atlas.units, "train").value();
    auto const other = geo::index_of(atlas.units, "train@book").value();
    CHECK(geo::account_of(atlas, other) == train);
    CHECK_FALSE(geo::account_of(atlas, train));
    CHECK(geo::accounts_of(atlas, train) == geo::Indices{other});
    auto const world = geo::state_at(atlas, test::at("1920-04-27T06:00"));
    geo::SourceFilter filter;
    auto const all = filtered(atlas, world, filter);
    filter.other_accounts = false;
    CHECK(filter.active());
    auto const without = filtered(atlas, world, filter);
    CHECK(without.units.shown == all.units.shown - 1);
    CHECK(without.hidden() == 1);
}
