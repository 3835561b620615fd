#include "support/atlas_folder.hpp"
#include "support/text.hpp"

#include "geo/io/data_error.hpp"

#include <doctest/doctest.h>

using doctest::Contains;
using test::text;

TEST_CASE("a sound atlas loads without a problem and with its references resolved")
{
    test::AtlasFolder const folder;
    auto const [atlas, problems] = folder.load();

    CHECK(folder.problems() == "");
    REQUIRE(atlas->places.size() == 3);
    REQUIRE(atlas->events.size() == 1);
    CHECK(atlas->places[atlas->events[0].places[1]].id == "east");
    CHECK(atlas->sources[atlas->places[0].sources[0]].citation == "Writer: A Book, 1921");
    CHECK(atlas->units[1].parent == geo::Index{0});
}

TEST_CASE("a layer that atlas.json names but the folder lacks is told by its name")
{
    test::AtlasFolder folder;
    folder.remove("events.geojson");
    CHECK(folder.problems() == "events.geojson: error: is named in atlas.json but missing; add it or take it from the "
                               "list of layers\n");
}

TEST_CASE("a duplicate id is told with the file and the id")
{
    test::AtlasFolder folder;
    folder.replace("places.geojson", "\"id\":\"halt\"", "\"id\":\"west\"");
    CHECK(folder.problems() ==
          "places.geojson:west: error: id: stands twice in this file; give each feature an id of its own\n");
}

TEST_CASE("an unresolvable place is told with the nearest known one")
{
    test::AtlasFolder folder;
    folder.replace("fixes.csv", "train,2,east", "train,2,eest");
    CHECK(folder.problems() ==
          "fixes.csv:train/2: error: place_id: no place has the id 'eest'; did you mean 'east'?\n");
}

TEST_CASE("an inverted span is told with both of its dates")
{
    test::AtlasFolder folder;
    folder.replace("regions.geojson", R"("end_date":"1920-04-28")",
                   R"("start_date":"1920-05","end_date":"1920-04-28")");
    CHECK(folder.problems() == "regions.geojson:land_before: error: end_date: '1920-04-28' is not after the start_date "
                               "'1920-05'; exchange or correct them\n");
}

TEST_CASE("an impossible date is told with its text and what is impossible")
{
    test::AtlasFolder folder;
    folder.replace("events.geojson", "1920-04-27T10:00", "1920-04-31");
    auto const told = folder.problems();
    CHECK(text(told) == Contains("events.geojson:ev1: error: end_date: '1920-04-31' is not a date: "));
    CHECK(text(told) == Contains("31"));
}

TEST_CASE("a date with a time zone is an error that says what to write instead")
{
    test::AtlasFolder folder;
    folder.replace("events.geojson", "1920-04-27T10:00", "1920-04-27T10:00:00Z");
    CHECK(text(folder.problems()) == Contains("carries a time zone; write the civil time of the place without it"));
}

TEST_CASE("a self-crossing ring is told with the place where it crosses itself")
{
    test::AtlasFolder folder;
    folder.replace("regions.geojson", "[[47,40],[51,40],[51,42],[47,42],[47,40]]",
                   "[[47,40],[51,42],[51,40],[47,42],[47,40]]");
    auto const told = folder.problems();
    CHECK(text(told) == Contains("regions.geojson:land_before: error: geometry: "));
    CHECK(text(told) == Contains("Self-intersection"));
    CHECK(text(told) == Contains("49 41"));
}

TEST_CASE("a fix out of order is told with both times")
{
    test::AtlasFolder folder;
    folder.replace("fixes.csv", "1920-04-27T10:00", "1920-04-25T10:00");
    CHECK(folder.problems() ==
          "fixes.csv:train/2: error: arrival: it arrives (1920-04-25T10:00:00) no later than it left the place before "
          "(1920-04-27T00:00:00); correct the dates or the order (seq)\n");
}

TEST_CASE("an unknown field is a warning that names the nearest known one, and nothing is lost")
{
    test::AtlasFolder folder;
    folder.replace("units.csv", "symbol", "symbl");
    auto const [atlas, problems] = folder.load();
    REQUIRE(problems.size() == 1);
    CHECK(to_line(problems[0]) ==
          "units.csv: warning: symbl: is no field of this file and is not read; the nearest is 'symbol'");
    CHECK(atlas->units.size() == 2);
}

TEST_CASE("all faults of an atlas are told in one run")
{
    test::AtlasFolder folder;
    folder.remove("events.geojson");
    folder.replace("places.geojson", "\"rank\":4", "\"rank\":9");
    folder.replace("regions.geojson", "sovereign", "souvereign");
    folder.replace("units.csv", "crew,Crew,red,rifle_company,train", "crew,Crew,red,rifle_company,trein");
    folder.replace("fixes.csv", "1920-04-27T10:00", "noon");
    auto const told = folder.problems();
    CHECK(text(told) == Contains("events.geojson: error: is named in atlas.json but missing"));
    CHECK(text(told) == Contains("places.geojson:halt: error: rank: 9 is out of range; it must be from 1 to 5"));
    CHECK(text(told) ==
          Contains("status: 'souvereign' is not one of sovereign, controlled, occupied, claimed, disputed, "
                   "neutral; did you mean 'sovereign'?"));
    CHECK(text(told) == Contains("units.csv:crew: error: parent: no unit has the id 'trein'; did you mean 'train'?"));
    CHECK(text(told) == Contains("fixes.csv:train/2: error: arrival: 'noon' is not a date: "));
}

TEST_CASE("a feature with an error is left out, the others stay")
{
    test::AtlasFolder folder;
    folder.replace("places.geojson", "\"rank\":4", "\"rank\":\"high\"");
    auto const [atlas, problems] = folder.load();
    CHECK(atlas->places.size() == 2);
    CHECK(problems.size() == 1);
}

TEST_CASE("parents that go in a circle are told and do not hang")
{
    test::AtlasFolder folder;
    folder.replace("units.csv", "train,Train,red,armoured_train,", "train,Train,red,armoured_train,crew");
    CHECK(text(folder.problems()) == Contains("travels within itself by way of its parents; break the circle"));
}

TEST_CASE("a text that is not UTF-8 is told with its line")
{
    test::AtlasFolder folder;
    folder.replace("units.csv", "Crew", "Cr\xE9w");
    CHECK(text(folder.problems()) ==
          Contains("units.csv: error: line 3 is not UTF-8 text; save the file in the encoding UTF-8"));
}

TEST_CASE("a folder that is not there cannot be read at all")
{
    CHECK_THROWS_WITH_AS(geo::load_atlas("/nowhere/at/all"), "/nowhere/at/all: there is no such file or folder",
                         geo::DataError);
}

TEST_CASE("a broken atlas.json gives line, column and reason")
{
    test::AtlasFolder folder;
    folder.write("atlas.json", "{\"id\": ");
    CHECK_THROWS_AS(folder.load(), geo::DataError);
    try {
        (void)folder.load();
    } catch (geo::DataError const &failure) {
        CHECK(text(std::string{failure.what()}) == Contains("is not valid JSON: parse error at line 1, column 8"));
    }
}

TEST_CASE("loading that is asked to stop gives no atlas")
{
    test::AtlasFolder const folder;
    std::stop_source stop;
    stop.request_stop();
    CHECK(geo::load_atlas(folder.path(), {}, stop.get_token()).atlas == nullptr);
}

TEST_CASE("loading tells its progress up to the whole")
{
    test::AtlasFolder const folder;
    double last = 0;
    (void)geo::load_atlas(folder.path(), [&](double share) {
        CHECK(share > last);
        last = share;
    });
    CHECK(last == 1.0);
}
