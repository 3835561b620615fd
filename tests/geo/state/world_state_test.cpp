#include "support/atlas_folder.hpp"
#include "support/text.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/state/world_state.hpp"

#include <doctest/doctest.h>

using doctest::Approx;
using test::at;
using test::text;

namespace {

/// The state of a unit, or nothing if it is nowhere.
std::optional<geo::UnitState> unit(geo::Atlas const &atlas, char const *id, char const *when)
{
    for (auto const &state : state_at(atlas, at(when)).units) {
        if (atlas.units[state.unit].id == id) {
            return state;
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("a unit is nowhere before its first arrival and after its last departure")
{
    test::AtlasFolder const folder;
    auto const atlas = folder.load().atlas;
    CHECK_FALSE(unit(*atlas, "train", "1920-04-26T17:59"));
    CHECK(unit(*atlas, "train", "1920-04-26T18:00"));
    CHECK(unit(*atlas, "crew", "1920-04-30T11:59"));
    CHECK_FALSE(unit(*atlas, "crew", "1920-04-30T12:00"));
}

TEST_CASE("a unit stands fixed between arrival and departure")
{
    test::AtlasFolder const folder;
    auto const atlas = folder.load().atlas;
    auto const state = *unit(*atlas, "train", "1920-04-26T20:00");
    CHECK(state.phase == geo::Phase::halted);
    CHECK(state.basis == geo::Basis::fixed);
    CHECK(state.at == geo::LonLat{48.0, 41.0});
    CHECK(state.uncertainty_km == 1);
    CHECK(geo::heading_deg(*atlas, state) == Approx(90).epsilon(0.01)); // faces the way it will go
}

TEST_CASE("a unit moves at constant speed along its way and is interpolated there")
{
    test::AtlasFolder const folder;
    auto const atlas = folder.load().atlas;
    auto const state = *unit(*atlas, "train", "1920-04-27T02:30");
    CHECK(state.phase == geo::Phase::moving);
    CHECK(state.basis == geo::Basis::interpolated);
    CHECK(state.fraction == Approx(0.25));
    CHECK(state.at.lon == Approx(48.5).epsilon(1e-4));
    CHECK(state.at.lat == Approx(41.0));
    CHECK(state.metres == Approx(geo::distance_m({48, 41}, {48.5, 41})).epsilon(1e-3));
    CHECK(atlas->places[state.from].id == "west");
    CHECK(atlas->places[state.to].id == "east");
    CHECK(state.route == geo::RouteKind::network);
}

TEST_CASE("three days after the last news a unit is only last known there")
{
    test::AtlasFolder const folder;
    auto const atlas = folder.load().atlas;
    CHECK(unit(*atlas, "train", "1920-04-30T09:59")->basis == geo::Basis::fixed);
    CHECK(unit(*atlas, "train", "1920-04-30T10:00")->basis == geo::Basis::last_known);
}

TEST_CASE("a unit travels with its parent until its own first fix")
{
    test::AtlasFolder const folder;
    auto const atlas = folder.load().atlas;
    auto const with = *unit(*atlas, "crew", "1920-04-27T02:30");
    CHECK(with.at == unit(*atlas, "train", "1920-04-27T02:30")->at);
    REQUIRE(with.parent);
    CHECK(atlas->units[*with.parent].id == "train");
    auto const alone = *unit(*atlas, "crew", "1920-04-29T12:00");
    CHECK_FALSE(alone.parent);
    CHECK(alone.time_basis == geo::TimeBasis::assumed);
}

TEST_CASE("the doubt about a moving unit grows with the uncertainty of its times, up to the length of the leg")
{
    test::AtlasFolder folder;
    folder.replace("fixes.csv", "1920-04-27T00:00,rail", "1920-04-27T00:00~,rail");
    folder.replace("fixes.csv", "1920-04-27T10:00", "1920-04-27T10:00~");
    auto const atlas = folder.load().atlas;
    // 168 km in 10 h; half an hour is 8.4 km, the places add 1 km.
    CHECK(unit(*atlas, "train", "1920-04-27T05:00")->uncertainty_km == Approx(9.4).epsilon(0.01));
}

TEST_CASE("an unknown departure of a short leg means passing through, of a long one an assumed halt")
{
    test::AtlasFolder folder;
    folder.replace("fixes.csv", "train,2,east,1920-04-27T10:00,,rail,,source,attested,book,\n",
                   "train,2,halt,1920-04-27T05:00,,rail,,source,attested,book,\n"
                   "train,3,east,1920-04-28T04:00,,rail,,source,attested,book,\n"
                   "train,4,west,1920-04-30T00:00,,rail,,source,attested,book,\n");
    auto const atlas = folder.load().atlas;
    CHECK(unit(*atlas, "train", "1920-04-27T06:00")->phase == geo::Phase::moving);
    // 168 km at 25 km/h take 6.7 hours: it halts at East until about 17:17 on the 29th.
    CHECK(unit(*atlas, "train", "1920-04-29T17:00")->phase == geo::Phase::halted);
    auto const leaving = *unit(*atlas, "train", "1920-04-29T18:00");
    CHECK(leaving.phase == geo::Phase::moving);
    CHECK(leaving.time_basis == geo::TimeBasis::assumed);
}

TEST_CASE("a static unit that changes its place is an error")
{
    test::AtlasFolder folder;
    folder.replace("fixes.csv", "1920-04-27T10:00,,rail", "1920-04-27T10:00,,static");
    CHECK(folder.problems() ==
          "fixes.csv:train/2: error: mode: 'static' may not change its place, but it comes from west "
          "to east; use rail, road or sea\n");
}

TEST_CASE("a leg whose place lies too far from its network is an error that tells the distance")
{
    test::AtlasFolder folder;
    folder.replace("places.geojson", "[50.0,41.0]", "[50.0,41.1]");
    auto const told = folder.problems();
    CHECK(text(told) ==
          doctest::Contains(
              "fixes.csv:train/2: error: place_id: east lies 11.1 km from the nearest railway (at most 3.0 km)"));
}

TEST_CASE("regions change hands at one instant, without gap or overlap")
{
    test::AtlasFolder const folder;
    auto const atlas = folder.load().atlas;
    auto const before = state_at(*atlas, at("1920-04-27T23:59:59")).regions;
    auto const after = state_at(*atlas, at("1920-04-28")).regions;
    REQUIRE(before.size() == 1);
    REQUIRE(after.size() == 1);
    CHECK(atlas->regions[before[0]].id == "land_before");
    CHECK(atlas->regions[after[0]].id == "land_after");
}

TEST_CASE("events are absent before, now during and past after their span")
{
    test::AtlasFolder const folder;
    auto const atlas = folder.load().atlas;
    CHECK(state_at(*atlas, at("1920-04-26T23:59")).events.empty());
    CHECK(state_at(*atlas, at("1920-04-27T09:00")).events.at(0).phase == geo::EventPhase::now);
    // The end "T10:00" means that whole minute.
    CHECK(state_at(*atlas, at("1920-04-27T10:00:30")).events.at(0).phase == geo::EventPhase::now);
    CHECK(state_at(*atlas, at("1920-04-27T10:01")).events.at(0).phase == geo::EventPhase::past);
}
