// Every rule of `check` is broken once, on purpose.

#include "support/atlas_folder.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include "geo/check/rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using doctest::Contains;
using test::AtlasFolder;
using test::text;

namespace {

struct Breach
{
    std::string_view rule;
    std::function<void(AtlasFolder &)> spoil;
    char const *line; ///< what `check` must say, in part
};

/// Puts a sea in the north-east corner under the small atlas; its shores run along 49.6° E and 40.8° N.
void add_base(AtlasFolder &folder)
{
    folder.write("base.json", R"({"format": "marshrut-base/1", "id": "b", "extent": [47, 40, 51, 42],
 "layers": [{"file": "sea.geojson", "role": "sea", "scale_denominator": 1000000}]})");
    folder.write("sea.geojson", R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {},
 "geometry": {"type": "Polygon", "coordinates": [[[49.6,40.8],[51,40.8],[51,42],[49.6,42],[49.6,40.8]]]}}]})");
    folder.replace("atlas.json", "\"clock\"", "\"base\": \"base.json\", \"clock\"");
}

std::vector<Breach> const &breaches()
{
    static std::vector<Breach> const all{
        {"files", [](AtlasFolder &f) { f.remove("events.geojson"); }, "events.geojson: error: is named in atlas.json"},
        {"fields", [](AtlasFolder &f) { f.replace("units.csv", "symbol,sources", "symbl,sources"); },
         "units.csv: warning: symbl: "},
        {"required", [](AtlasFolder &f) { f.replace("places.geojson", "\"kind\":\"town\",", ""); },
         "places.geojson:west: error: kind: is missing"},
        {"values", [](AtlasFolder &f) { f.replace("fixes.csv", "1920-04-26", "26.04.1920"); },
         "fixes.csv:train/1: error: arrival: "},
        {"ids", [](AtlasFolder &f) { f.replace("places.geojson", "\"id\":\"halt\"", "\"id\":\"west\""); },
         "places.geojson:west: error: id: stands twice"},
        {"references", [](AtlasFolder &f) { f.replace("events.geojson", "west;east", "west;eest"); },
         "events.geojson:ev1: error: place_ids: "},
        {"spans", [](AtlasFolder &f) { f.replace("events.geojson", "1920-04-27T10:00", "1920-04-26"); },
         "events.geojson:ev1: error: end_date: "},
        {"order", [](AtlasFolder &f) { f.replace("fixes.csv", "train,2,", "train,1,"); },
         "fixes.csv:train/1: error: seq: "},
        {"rings",
         [](AtlasFolder &f) { f.replace("regions.geojson", "[51,40],[51,42],[47,42]", "[51,42],[51,40],[47,42]"); },
         "regions.geojson:land_before: error: geometry: "},
        {"network", [](AtlasFolder &f) { f.replace("places.geojson", "[50.0,41.0]", "[50.0,41.1]"); },
         "fixes.csv:train/2: error: place_id: east lies 11.1 km from the nearest railway"},
        {"languages", [](AtlasFolder &f) { f.replace("atlas.json", "[\"en\"]", "[\"en\", \"az\"]"); },
         "places.geojson:west: warning: name: stands in en but not in az; translate it"},
        {"labels",
         [](AtlasFolder &f) { f.replace("places.geojson", "\"West\"", "\"West of a Name Nobody Can Ever Print\""); },
         "places.geojson:west: warning: name_en: has 36 letters; at most 32 find room, so shorten it"},
        {"vocabulary", [](AtlasFolder &f) { f.replace("units.csv", "Crew,red", "Crew,rad"); },
         "units.csv:crew: warning: side: 'rad' has no name and colour; add it to the sides of atlas.json"},
        {"stories",
         [](AtlasFolder &f) {
             std::filesystem::create_directory(f.path() / "stories");
             f.write("stories/tale.json", R"({"format": "marshrut-story/1", "id": "tale", "title": {"en": "Tale"},
 "steps": [{"id": "one", "camera": {"bbox": [47,40,51,42]}, "at": "1920-04-27", "title": {"en": "One"}},
           {"id": "two", "camera": {"bbox": [47,40,51,42]}, "at": "1920-04-26", "title": {"en": "Two"},
            "select": "unit:nobody"}]})");
         },
         "stories/tale.json:two: warning: at: lies before the step before it; put the steps in order of time\n"
         "stories/tale.json:two: warning: select: 'unit:nobody' is nothing of this atlas"},
        {"cited",
         [](AtlasFolder &f) {
             f.replace("units.csv", "rifle,book", "rifle,");
             f.replace("sources.json", "[{", R"([{"id": "map", "title": "A Map", "publisher": "Press"}, {)");
         },
         "units.csv:crew: warning: sources: is empty; name at least one source of sources.json\n"
         "sources.json:map: warning: is named by no item"},
        {"sources", [](AtlasFolder &f) { f.replace("sources.json", ", \"author\": [{\"family\": \"Writer\"}]", ""); },
         "sources.json:book: warning: cannot be found by what it says"},
        {"claims", [](AtlasFolder &f) { f.write("claims.csv", "id,wording_en,sources\nS01,It ran,book\n"); },
         "claims.csv:S01: warning: is reached from no event"},
        {"accounts",
         [](AtlasFolder &f) {
             f.replace("units.csv", "crew,Crew",
                       "trian@book,By the book,red,armoured_train,,armoured_train,book\n"
                       "train@book,By the book,red,armoured_train,,armoured_train,book\ncrew,Crew");
         },
         "units.csv:trian@book: warning: id: is another account of 'trian', which is no unit; name one of units.csv "
         "before the '@'\n"
         "units.csv:train@book: warning: is another account without a fix; tell in fixes.csv where it differs"},
        {"speed", [](AtlasFolder &f) { f.replace("fixes.csv", "1920-04-27T10:00", "1920-04-27T02:00"); },
         "fixes.csv:train/2: warning: arrival: 168 km in 2.0 h make 84 km/h by rail, more than the likely 60; check "
         "both times"},
        {"water", add_base,
         "places.geojson:east: warning: geometry: lies in the sea, more than 1.0 km from the shore; correct the point\n"
         "lines.geojson:rail_east: warning: geometry: runs into the sea at 50.000 E, 41.000 N; keep the railway on "
         "land\n"},
        {"gaps",
         [](AtlasFolder &f) {
             f.replace("regions.geojson", "[47,40]]]}},", "[47,40]],[[48,40.5],[48.1,40.5],[48.1,40.6],[48,40.5]]]}},");
         },
         "regions.geojson: warning: geometry: from 1920-04-01T00:00:00 on no state holds 47.1 km²"},
        {"overlaps", [](AtlasFolder &f) { f.replace("regions.geojson", "\"end_date\":\"1920-04-28\",", ""); },
         "regions.geojson:land_after: warning: geometry: shares 7"},
    };
    return all;
}

std::string checked(AtlasFolder const &folder)
{
    return test::run({"check", folder.path().string()}).out;
}

} // namespace

TEST_CASE("a sound atlas breaks no rule")
{
    AtlasFolder const folder;
    CHECK(text(checked(folder)) == Contains(": 0 errors, 0 warnings\n"));
}

TEST_CASE("each rule of check tells its breach, and each breach is of one rule")
{
    for (auto const &rule : geo::rules()) {
        CAPTURE(rule.id);
        auto const breach = std::ranges::find(breaches(), rule.id, &Breach::rule);
        REQUIRE(breach != breaches().end());
        AtlasFolder folder;
        breach->spoil(folder);
        CHECK(text(checked(folder)) == Contains(breach->line));
    }
    CHECK(breaches().size() == geo::rules().size());
}

TEST_CASE("a ship's way over land is told, its way on the sea is not")
{
    AtlasFolder folder;
    add_base(folder);
    folder.replace("places.geojson", "[48.0,41.0]", "[50.9,41.5]");
    folder.replace("lines.geojson", "\"rail_east\",\"kind\":\"railway\"", "\"rail_east\",\"kind\":\"sea_lane\"");
    folder.replace("lines.geojson", "[49.0,41.0],[49.5,41.0],[50.0,41.0]", "[50.9,41.5],[50.0,41.0]");
    folder.replace("fixes.csv", "train,2,east,1920-04-27T10:00,,rail", "train,2,east,1920-04-27T10:00,,sea");
    CHECK(checked(folder).find("sails over land") == std::string::npos);
    folder.replace("lines.geojson", "[50.9,41.5],[50.0,41.0]", "[50.9,41.5],[49.0,41.5],[49.0,41.0],[50.0,41.0]");
    folder.replace("fixes.csv", "10:00,,sea", "23:00,,sea");
    CHECK(text(checked(folder)) == Contains("fixes.csv:train/2: warning: mode: sails over land at "));
}

TEST_CASE("each mode has a speed of its own: trains 60, ships 25, riders 12 and foot 5 km/h")
{
    struct Pace
    {
        char const *line; ///< kind of the line, and mode
        char const *mode;
        char const *unit;   ///< kind of the unit
        char const *likely; ///< arrival after 168 km that passes
        char const *unlikely;
        char const *told;
    };
    for (auto const &[line, mode, unit, likely, unlikely, told] :
         {Pace{"railway", "rail", "armoured_train", "1920-04-27T03:00", "1920-04-27T02:45", "more than the likely 60"},
          Pace{"sea_lane", "sea", "flotilla", "1920-04-27T07:00", "1920-04-27T06:30", "more than the likely 25"},
          Pace{"road", "road", "cavalry_brigade", "1920-04-27T14:15", "1920-04-27T13:45", "more than the likely 12"},
          Pace{"road", "road", "rifle_regiment", "1920-04-28T10:00", "1920-04-28T09:00", "more than the likely 5"}}) {
        CAPTURE(unit);
        AtlasFolder folder;
        for (int i = 0; i < 2; ++i) {
            folder.replace("lines.geojson", "\"kind\":\"railway\"", "\"kind\":\"new\"");
            folder.replace("fixes.csv", ",rail,,", ",new,,");
        }
        for (int i = 0; i < 2; ++i) {
            folder.replace("lines.geojson", "\"kind\":\"new\"", std::string{"\"kind\":\""} + line + "\"");
            folder.replace("fixes.csv", ",new,,", std::string{","} + mode + ",,");
        }
        folder.replace("units.csv", "red,armoured_train,", std::string{"red,"} + unit + ",");
        folder.replace("fixes.csv", "1920-04-27T10:00", likely);
        CHECK(text(checked(folder)) == Contains(": 0 errors, 0 warnings\n"));
        folder.replace("fixes.csv", likely, unlikely);
        CHECK(text(checked(folder)) == Contains(told));
    }
}

TEST_CASE("check --rules lists every rule with its severity")
{
    auto const told = test::run({"check", "--rules"});
    CHECK(told.exit == 0);
    for (auto const &rule : geo::rules()) {
        CHECK(text(told.out) == Contains(std::string{rule.meaning}.c_str()));
    }
}
