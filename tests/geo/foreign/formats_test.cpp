#include "geo/foreign/load.hpp"
#include "geo/io/data_error.hpp"
#include "geo/state/world_state.hpp"
#include "support/atlas_folder.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using doctest::Approx;
using doctest::Contains;
using test::at;
using test::text;

namespace {

std::filesystem::path file(char const *name)
{
    return std::filesystem::path{MARSHRUT_SOURCE_DIR} / "tests/foreign" / name;
}

std::shared_ptr<geo::Atlas const> opened(char const *name, geo::Guests const &guests = {})
{
    return geo::load_with_guests(file(name), guests).atlas;
}

/// The state of the track with this name, if it is anywhere.
std::optional<geo::UnitState> where(geo::Atlas const &atlas, std::string const &name, char const *when)
{
    for (auto const &state : geo::state_at(atlas, at(when)).units) {
        if (atlas.units[state.unit].name.in("en") == name) {
            return state;
        }
    }
    return std::nullopt;
}

/// "count x reason" of all that was left out.
std::string dropped(geo::Atlas const &atlas)
{
    std::string lines;
    for (auto const &guest : atlas.guests) {
        for (auto const &[reason, count] : guest.dropped) {
            lines += std::to_string(count) + " x " + reason + "\n";
        }
    }
    return lines;
}

template <typename Feature>
Feature const &named(std::vector<Feature> const &features, std::string const &name)
{
    auto const found =
        std::ranges::find_if(features, [&](Feature const &feature) { return feature.name.in("en") == name; });
    REQUIRE(found != features.end());
    return *found;
}

} // namespace

TEST_CASE("every point of a gx:Track keeps its time")
{
    auto const atlas = opened("tracks.kml");
    auto const train = where(*atlas, "Train", "1920-04-27T02:30:00");
    REQUIRE(train);
    CHECK(train->at.lon == Approx(48.5));
    CHECK(train->basis == geo::Basis::interpolated);
    CHECK(where(*atlas, "Train", "1920-04-27T05:00:00")->basis == geo::Basis::fixed);
    CHECK_FALSE(where(*atlas, "Train", "1920-04-26T23:59:59"));
    CHECK_FALSE(where(*atlas, "Train", "1920-04-27T11:00:00"));
}

TEST_CASE("between the tracks of a gx:MultiTrack only the last position is known, unless it is interpolated")
{
    auto const atlas = opened("tracks.kml");
    auto const gap = where(*atlas, "Gaps", "1920-04-27T02:00:00");
    REQUIRE(gap);
    CHECK(gap->basis == geo::Basis::last_known);
    CHECK(gap->at.lon == Approx(48.5));
    CHECK(where(*atlas, "Gaps", "1920-04-27T03:30:00")->at.lon == Approx(49.25));
    CHECK(where(*atlas, "Joined", "1920-04-27T02:00:00")->at.lon == Approx(48.75));
}

TEST_CASE("a gx:Tour is a story, its sounds are told")
{
    auto const atlas = opened("tracks.kml");
    REQUIRE(atlas->stories.size() == 1);
    auto const &steps = atlas->stories[0].steps;
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].seconds == 10);
    CHECK(steps[1].at == at("1920-04-27T05:00:00"));
    CHECK(text(dropped(*atlas)) == Contains("1 x sounds of a tour"));
}

TEST_CASE("KML times are inherited, may be years or lie before the common era, and bad ones are told")
{
    auto const atlas = opened("times.kml");
    CHECK(named(atlas->places, "Child").life.span == geo::Span{at("-0044"), at("0015")});
    CHECK(named(atlas->places, "Grandchild").life.span.begin == at("-0044"));
    CHECK(named(atlas->lines, "Span").life.span == geo::Span{at("1920-04-01"), at("1920-04-29")});
    CHECK(named(atlas->regions, "Open").life.span.end == geo::distant_future);
    auto const year =
        std::ranges::find_if(atlas->events, [](auto const &e) { return e.title.in("en") == "Year only"; });
    REQUIRE(year != atlas->events.end());
    CHECK(year->span == geo::Span{at("1920"), at("1921")});
    CHECK(text(dropped(*atlas)) == Contains("times that are none, such as 'yesterday'"));
    CHECK(text(dropped(*atlas)) == Contains("1 x network links (nothing outside of the file is opened)"));
}

TEST_CASE("text of a KML description is plain, and no script of it is left")
{
    auto const atlas = opened("times.kml");
    auto const stamp = std::ranges::find_if(atlas->events, [](auto const &e) { return e.title.in("en") == "Stamp"; });
    REQUIRE(stamp != atlas->events.end());
    CHECK(stamp->summary.in("en") == "Bold & plain");
}

TEST_CASE("GPX segments break a track, and points that do not fit are counted")
{
    auto const atlas = opened("walk.gpx");
    CHECK(where(*atlas, "Walk", "1920-04-27T06:30:00")->at.lon == Approx(49.05));
    CHECK(where(*atlas, "Walk", "1920-04-27T08:00:00")->basis == geo::Basis::last_known);
    CHECK(atlas->guests.front().clock == "UTC");
    CHECK(text(dropped(*atlas)) == Contains("1 x points of a track without a time, among points with one"));
    CHECK(text(dropped(*atlas)) == Contains("1 x points whose lat or lon is missing or no degrees"));
}

TEST_CASE("a fourth coordinate is a time in seconds or milliseconds, before 1970 too")
{
    auto const atlas = opened("trips.geojson");
    REQUIRE(atlas->units.size() == 2);
    auto const world = geo::state_at(*atlas, at("1920-04-23T00:35:00"));
    REQUIRE(world.units.size() == 2);
    CHECK(world.units[0].at.lon == Approx(49.25));
    CHECK(world.units[1].at.lon == Approx(49.25));
    CHECK(text(dropped(*atlas)) == Contains("1 x fourth coordinates that are no rising times"));
}

TEST_CASE("coordTimes, nested and not, keep the hours of the file's own zone")
{
    auto const atlas = opened("coordtimes.geojson");
    CHECK(atlas->guests.front().clock == "UTC+04:00");
    CHECK(where(*atlas, "Walk", "1920-04-27T10:30:00")->at.lon == Approx(49.05));
    CHECK(where(*atlas, "Two walks", "1920-04-27T13:30:00")->at.lon == Approx(49.35));
    CHECK(where(*atlas, "Newer togeojson", "1920-04-27T10:30:00")->at.lon == Approx(49.05));
    CHECK(text(dropped(*atlas)) == Contains("1 x lists of times that are not as long as their line"));
}

TEST_CASE("Linked Places: each span of a 'when' shows, also within a geometry")
{
    auto const atlas = opened("linked-places.json");
    CHECK(atlas->places.size() == 5);
    CHECK(named(atlas->places, "Bakı").life.span.begin == at("0885"));
    CHECK(text(dropped(*atlas)) == Contains("1 x times given only by the name of a period"));
}

TEST_CASE("MF-JSON: trajectories and prisms move as their interpolation says")
{
    CHECK(where(*opened("mf-trajectory.json"), "Boat", "1920-04-27T05:30:00")->at.lon == Approx(49.1));
    auto const atlas = opened("mf-prism.json");
    CHECK(where(*atlas, "Storm", "1920-04-27T06:00:00")->at.lon == Approx(49.2));
    CHECK(where(*atlas, "Steps", "1920-04-27T06:30:00")->at.lon == Approx(49.2));
    CHECK(where(*atlas, "Sightings", "1920-04-27T06:30:00")->basis == geo::Basis::last_known);
    CHECK(geo::state_at(*atlas, at("1920-04-27T05:30:00")).regions.size() == 1);
}

TEST_CASE("CSV: columns of place and time are found, rows that repeat a track's name move, WKT is read")
{
    auto const points = opened("points.csv");
    CHECK(points->events.size() == 3);
    CHECK(points->guests.front().begin_field == "date");
    CHECK(text(dropped(*points)) == Contains("1 x rows whose 'lon' and 'lat' are no degrees"));
    CHECK(where(*opened("rows.csv"), "a", "1920-04-27T01:00:00")->at.lon == Approx(48.2));
    auto const shapes = opened("shapes.csv");
    CHECK(named(shapes->places, "Well").life.span == geo::Span{at("1900"), at("1926")});
    CHECK(where(*shapes, "Cart", "1920-04-23T00:30:00")->at.lon == Approx(48.5));
}

TEST_CASE("CZML positions move, constant ones stand for their availability")
{
    auto const atlas = opened("scene.czml");
    CHECK(where(*atlas, "Ship", "1920-04-27T01:00:00")->at.lon == Approx(49.25));
    CHECK(named(atlas->places, "Port").life.span == geo::Span{at("1920-04-01"), at("1920-05-01")});
    CHECK(text(dropped(*atlas)) == Contains("1 x positions that refer to another packet"));
}

TEST_CASE("GeoJSON properties hold years before the common era and open ends, and what is unreadable is told")
{
    auto const atlas = opened("plain.geojson");
    CHECK(named(atlas->regions, "Old wall").life.span == geo::Span{at("-0490"), at("-0478")});
    CHECK(named(atlas->lines, "Road").life.span.end == geo::distant_future);
    CHECK(text(dropped(*atlas)) == Contains("1 x features without geometry"));
    CHECK(text(dropped(*atlas)) == Contains("'start_date' that could not be read, such as 'long ago'"));
}

TEST_CASE("a KMZ shows the first document of its archive")
{
    auto const atlas = opened("packed.kmz");
    CHECK(atlas->guests.front().format == "KMZ");
    CHECK(named(atlas->places, "Packed").life.span == geo::Span{at("1920-04-27"), at("1920-04-29")});
}

TEST_CASE("GeoPackage: columns of dates, a projection of its own, and lines whose M rises as tracks")
{
    auto const atlas = opened("tables.gpkg");
    CHECK(named(atlas->places, "Fort").life.span == geo::Span{at("1900"), at("1926")});
    CHECK(named(atlas->places, "Fort").at.lon == Approx(49.8));
    CHECK(where(*atlas, "Ferry", "1920-04-21T00:30:00")->at.lon == Approx(49.5));
    CHECK(text(dropped(*atlas)) == Contains("1 x measures of lines that do not rise (no times of a track)"));
    CHECK(text(dropped(*atlas)) == Contains("'to' that could not be read, such as 'soon'"));
}

TEST_CASE("Shapefile and FlatGeobuf: columns of dates are guessed")
{
    for (auto const *name : {"columns.shp", "columns.fgb"}) {
        auto const atlas = opened(name);
        CHECK(atlas->guests.front().begin_field == "from");
        CHECK(atlas->guests.front().end_field == "to");
        CHECK(named(atlas->places, "Fort").life.span == geo::Span{at("1900"), at("1926")});
    }
}

TEST_CASE("chosen columns of time replace the guessed ones, and unknown ones are an error that lists the fields")
{
    auto const none = opened("points.csv", {{}, {{"", "-", ""}}});
    CHECK(none->events.empty());
    CHECK(none->places.size() == 4);
    CHECK_THROWS_WITH_AS((void)opened("points.csv", {{}, {{"", "when_it_was", ""}}}),
                         Contains("has no field 'when_it_was' for its times; it has: name, lon, lat, date, remark"),
                         geo::DataError);
}

TEST_CASE("over an atlas the guests are added and the atlas itself stays as it was")
{
    test::AtlasFolder const folder;
    auto const own = folder.load().atlas;
    auto const both = geo::load_with_guests(folder.path(), {{file("walk.gpx")}, {}}).atlas;
    CHECK(both->info.id == own->info.id);
    CHECK(both->units.size() == own->units.size() + 1);
    CHECK(both->units.back().guest != 0);
    CHECK(both->units.front().guest == 0);
    CHECK(both->info.opening_at == own->info.opening_at);
}
