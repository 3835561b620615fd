#include "app/state/unit_lane.hpp"

#include "geo/movement/trajectory.hpp"

#include "support/atlas_folder.hpp"

#include <doctest/doctest.h>

using test::at;

TEST_CASE("a unit's lane tells when it halted, when it moved, and from when it is only last known")
{
    test::AtlasFolder const folder;
    auto const atlas = folder.load().atlas;
    auto const train = *geo::index_of(atlas->units, "train");
    geo::Span const shown{at("1920-04-20"), at("1920-05-20")};
    auto const lane = app::unit_lane(*atlas, train, shown);
    REQUIRE(lane.size() >= 3);
    CHECK(lane.front().span.begin == at("1920-04-26T18:00")); // a coarse arrival
    CHECK(lane.front().state == app::LaneState::halted);
    CHECK(lane.back().state == app::LaneState::last_known);
    CHECK(lane.back().span.end == shown.end);
    bool moved = false;
    for (std::size_t i = 0; i < lane.size(); ++i) {
        moved = moved || lane[i].state == app::LaneState::moving;
        if (i > 0) {
            CHECK(lane[i - 1].span.end == lane[i].span.begin);
        }
    }
    CHECK(moved);
}

TEST_CASE("a lane is cut to what the ruler shows, and units that are nowhere then have none")
{
    test::AtlasFolder const folder;
    auto const atlas = folder.load().atlas;
    auto const train = *geo::index_of(atlas->units, "train");
    geo::Span const shown{at("1920-04-27T02:00"), at("1920-04-27T03:00")};
    for (auto const &stretch : app::unit_lane(*atlas, train, shown)) {
        CHECK(stretch.span.begin >= shown.begin);
        CHECK(stretch.span.end <= shown.end);
    }
    auto const units = app::units_with_lane(*atlas, shown);
    CHECK(std::ranges::find(units, train) != units.end());
}
