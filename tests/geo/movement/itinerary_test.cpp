#include "support/atlas_folder.hpp"

#include "geo/movement/itinerary.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using doctest::Approx;

namespace {

geo::Itinerary traced(geo::Atlas const &atlas, char const *unit)
{
    return geo::itinerary(atlas, geo::index_of(atlas.units, unit).value());
}

bool doubted(geo::ItineraryRow const &row, geo::Doubt doubt)
{
    return std::ranges::find(row.remarks, doubt, &geo::Remark::doubt) != row.remarks.end();
}

/// The fixture with kilometres by timetable at its three places.
void add_kilometres(test::AtlasFolder &folder, char const *west, char const *halt, char const *east)
{
    auto const with = [&](char const *rank, char const *km) {
        folder.replace("places.geojson", rank, std::string{rank} + ",\"railway_km\":" + km);
    };
    with("\"rank\":1", west);
    with("\"rank\":4", halt);
    with("\"rank\":2", east);
}

} // namespace

TEST_CASE("an itinerary tells each stand, and the kilometres, hours and speed from the one before")
{
    test::AtlasFolder const folder;
    auto const loaded = folder.load();
    auto const rows = traced(*loaded.atlas, "train").rows;
    REQUIRE(rows.size() == 2);
    CHECK_FALSE(rows[0].leg);
    CHECK(rows[0].departure == test::at("1920-04-27T00:00"));
    REQUIRE(rows[1].leg);
    CHECK(rows[1].arrival == test::at("1920-04-27T10:00"));
    CHECK_FALSE(rows[1].departure);
    CHECK(rows[1].leg->mode == geo::Mode::rail);
    CHECK(rows[1].leg->drawn_km == Approx(168.23).epsilon(1e-3)); // two degrees of the parallel 41° N
    CHECK(rows[1].leg->hours == 10);
    CHECK(rows[1].leg->kmh == Approx(16.82).epsilon(1e-3));
    CHECK_FALSE(rows[1].leg->timetable_km);
    CHECK_FALSE(rows[1].timetable_total_km);
    CHECK(rows[1].drawn_total_km == rows[1].leg->drawn_km);
    CHECK(rows[1].remarks.empty());
}

TEST_CASE("kilometres by timetable are told where both places carry them, and the speed is by them")
{
    test::AtlasFolder folder;
    add_kilometres(folder, "10", "95", "180");
    auto const loaded = folder.load();
    auto const row = traced(*loaded.atlas, "train").rows[1];
    CHECK(row.leg->timetable_km == 170);
    CHECK(row.timetable_total_km == 170);
    CHECK(row.leg->kmh == Approx(17.0));
}

TEST_CASE("from one branch to another the kilometres go over the station where they part")
{
    test::AtlasFolder folder;
    add_kilometres(folder, "100", "15", "99");
    auto const loaded = folder.load();
    CHECK(traced(*loaded.atlas, "train").rows[1].leg->timetable_km == 85 + 84);
}

TEST_CASE("kilometres that no way fits are left out, with a remark that names them")
{
    test::AtlasFolder folder;
    add_kilometres(folder, "100", "150", "120");
    auto const loaded = folder.load();
    auto const row = traced(*loaded.atlas, "train").rows[1];
    CHECK_FALSE(row.leg->timetable_km);
    REQUIRE(doubted(row, geo::Doubt::timetable_differs));
    CHECK(row.remarks[0].words == "the timetable gives km 100 and km 120, the drawn line is 168.3 km long");
}

TEST_CASE("speeds beyond what is likely are remarked, both the fast and the slow")
{
    test::AtlasFolder folder;
    folder.replace("fixes.csv", "1920-04-27T10:00", "1920-04-27T02:00");
    auto const fast = folder.load();
    CHECK(doubted(traced(*fast.atlas, "train").rows[1], geo::Doubt::too_fast));
    folder.replace("fixes.csv", "1920-04-27T02:00", "1920-04-29T12:00");
    auto const slow = folder.load();
    CHECK(doubted(traced(*slow.atlas, "train").rows[1], geo::Doubt::very_slow));
}

TEST_CASE("a leg shorter than its hours are certain is remarked")
{
    test::AtlasFolder folder;
    folder.replace("fixes.csv", "1920-04-27T00:00", "1920-04-27T07:00~");
    folder.replace("fixes.csv", "1920-04-27T10:00", "1920-04-27T07:50~");
    auto const loaded = folder.load();
    auto const row = traced(*loaded.atlas, "train").rows[1];
    REQUIRE(doubted(row, geo::Doubt::hours_too_coarse));
    CHECK(row.leg->slack_hours == 1);
}

TEST_CASE("a unit without fixes of its own follows the one it travels within")
{
    test::AtlasFolder folder;
    folder.replace("fixes.csv", "crew,1,east,1920-04-29T12:00,1920-04-30T12:00,static,,assumed,probable,book,\n", "");
    auto const loaded = folder.load();
    auto const crew = traced(*loaded.atlas, "crew");
    CHECK(loaded.atlas->units[crew.mover].id == "train");
    CHECK(crew.rows.size() == 2);
}

TEST_CASE("a unit that no source dates has no rows")
{
    test::AtlasFolder folder;
    folder.write("fixes.csv",
                 "unit_id,seq,place_id,arrival,departure,mode,via,time_basis,confidence,sources,note_en\n");
    auto const loaded = folder.load();
    CHECK(traced(*loaded.atlas, "train").rows.empty());
}
