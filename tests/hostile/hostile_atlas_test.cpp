// Atlases by somebody who is careless, unlucky, or means harm. Whatever a file holds, the program ends by itself,
// within its limits, and says what is wrong.

#include "hostile/hostile_run.hpp"
#include "support/atlas_folder.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using doctest::Contains;
using test::AtlasFolder;
using test::text;
using test::try_on;

namespace {

/// The folder is tried by every command that reads an atlas and needs no display. \return what check said
std::string try_folder(AtlasFolder const &atlas)
{
    auto const path = atlas.path().string();
    auto const state = try_on({"state", path, "--at", "1920-04-27T05:00", "--json"});
    auto const pack = try_on({"pack", path, "-o", (atlas.path() / "x.gpkg").string()});
    auto const info = try_on({"info", path, "--json"});
    auto const check = try_on({"check", path});
    CHECK(pack.exit == state.exit);
    CHECK((state.exit == 0) == (check.exit == 0));
    CHECK(std::filesystem::exists(atlas.path() / "x.gpkg") == (pack.exit == 0));
    return check.out + check.err;
}

std::string point(std::string const &id, std::string const &coordinates, std::string const &name = "Somewhere")
{
    return R"({"type":"Feature","properties":{"id":")" + id + R"(","kind":"town","name_en":")" + name +
           R"(","rank":3,"uncertainty_km":1,"sources":"book"},"geometry":{"type":"Point","coordinates":)" +
           coordinates + "}},\n";
}

/// Puts features before those that places.geojson holds.
void add_places(AtlasFolder &atlas, std::string const &features)
{
    std::string const head = R"("features": [)";
    atlas.replace("places.geojson", head, head + "\n" + features);
}

} // namespace

TEST_CASE("a file of an atlas that is empty, cut off or a folder is told by its name")
{
    for (std::string const file : {"atlas.json", "places.geojson", "lines.geojson", "events.geojson", "units.csv",
                                   "fixes.csv", "sources.json"}) {
        CAPTURE(file);
        {
            AtlasFolder atlas;
            atlas.write(file, "");
            CHECK(text(try_folder(atlas)) == Contains(file.c_str()));
        }
        if (!file.ends_with(".csv")) { // a table that ends early is a table
            AtlasFolder atlas;
            std::ifstream in{atlas.path() / file};
            std::string const whole{std::istreambuf_iterator<char>{in}, {}};
            atlas.write(file, whole.substr(0, whole.size() / 2));
            CHECK(text(try_folder(atlas)) == Contains(file.c_str()));
        }
        {
            AtlasFolder atlas;
            atlas.remove(file);
            std::filesystem::create_directory(atlas.path() / file);
            CHECK(text(try_folder(atlas)) == Contains(file.c_str()));
        }
    }
}

TEST_CASE("coordinates that are no place on Earth are told with their feature")
{
    for (std::string const coordinates : {"[NaN, 41]", "[Infinity, 41]", "[48, -Infinity]", "[1e400, 41]", "[480, 41]",
                                          "[48, 91]", "[]", "[48]", "null", "[\"48\", \"41\"]", "[[48, 41]]"}) {
        CAPTURE(coordinates);
        AtlasFolder atlas;
        add_places(atlas, point("nowhere", coordinates));
        auto const said = try_folder(atlas);
        CHECK(text(said) == Contains("places.geojson"));
        CHECK(text(said) == Contains("error"));
    }
}

TEST_CASE("names with SQL, markup, right-to-left and stacked letters are names and nothing else")
{
    AtlasFolder atlas;
    add_places(atlas, point("robert", "[48.2, 41.2]", "Robert'); DROP TABLE places;--"));
    add_places(atlas, point("markup", "[48.3, 41.2]", "<b onload=x>%s%n${HOME}`id`</b>"));
    add_places(atlas, point("rtl", "[48.4, 41.2]", "\u202Eباکو\u202C"));
    add_places(atlas,
               point("zalgo", "[48.5, 41.2]", "B\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u030A\u030Baku"));
    CHECK(text(try_folder(atlas)) == Contains(": 0 errors"));
    auto const packed = (atlas.path() / "x.gpkg").string();
    auto const counted = test::run({"info", packed, "--json"});
    CHECK(counted.exit == 0);
    CHECK(text(counted.out) == Contains("\"places\": 7"));
}

TEST_CASE("control characters in a faulty value do not reach the terminal")
{
    AtlasFolder atlas;
    atlas.replace("places.geojson", R"("kind":"town")", R"("kind":"\u001b[2J\u0007\u0008town")");
    atlas.replace("places.geojson", R"("id":"halt")", R"("id":"ha\u001blt\nforged.csv:x: error: y")");
    (void)try_folder(atlas);
}

TEST_CASE("a ring of a million vertices and one that crosses itself end in time")
{
    AtlasFolder atlas;
    std::string ring;
    constexpr int count = 1'000'000;
    for (int i = 0; i < count; ++i) { // a saw
        ring += "[" + std::to_string(47 + 4.0 * i / count) + "," + (i % 2 == 0 ? "40" : "41.9") + "],";
    }
    ring += "[51,42],[47,42],[47,40]";
    atlas.replace("regions.geojson", "[47,40],[51,40],[51,42],[47,42],[47,40]", ring);
    auto const done = try_on({"state", atlas.path().string(), "--at", "1920-04-27", "--json"});
    CHECK((done.exit == 0 || done.exit == 1));

    AtlasFolder crossed;
    crossed.replace("regions.geojson", "[47,40],[51,40],[51,42],[47,42],[47,40]",
                    "[47,40],[51,42],[51,40],[47,42],[47,40]");
    CHECK(text(try_folder(crossed)) == Contains("regions.geojson:land_before"));
}

TEST_CASE("paths in an atlas that lead out of it are refused")
{
    AtlasFolder atlas;
    atlas.replace("atlas.json", R"("regions.geojson")", R"("../../../../etc/passwd")");
    auto const said = try_folder(atlas);
    CHECK(text(said) == Contains("atlas.json"));
    CHECK(said.find("root:") == std::string::npos);

    for (std::string const base : {"/etc/passwd", "/vsicurl/http://127.0.0.1:9/base.json",
                                   "http://127.0.0.1:9/base.json", "PG:host=127.0.0.1 port=9"}) {
        CAPTURE(base);
        AtlasFolder other;
        other.replace("atlas.json", R"("languages")", "\"base\": \"" + base + "\", \"languages\"");
        auto const told = try_folder(other);
        CHECK(told.find("root:") == std::string::npos);
    }
}

TEST_CASE("JSON nested a hundred thousand deep is refused")
{
    AtlasFolder atlas;
    atlas.write("sources.json", std::string(100'000, '[') + std::string(100'000, ']'));
    (void)try_folder(atlas);
    AtlasFolder story;
    std::filesystem::create_directories(story.path() / "stories");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += R"({"a":)";
    }
    story.write("stories/deep.json", deep + "1" + std::string(100'000, '}'));
    CHECK(text(try_folder(story)) == Contains("stories/deep.json"));
}

TEST_CASE("a unit that is its own parent, and dates at the ends of time, do no harm")
{
    AtlasFolder atlas;
    atlas.replace("units.csv", "train,Train,red,armoured_train,,", "train,Train,red,armoured_train,train,");
    CHECK(text(try_folder(atlas)) == Contains("units.csv:train"));
    AtlasFolder distant;
    distant.replace("fixes.csv", "1920-04-26,1920-04-27T00:00", "Y-170000002,32767-12-31T23:59:59");
    CHECK(text(try_folder(distant)) == Contains("fixes.csv:train/1"));
}

TEST_CASE("text that is no UTF-8 is told with its file")
{
    for (auto const &[file, what] : {std::pair{"units.csv", "Train"}, std::pair{"places.geojson", "West"},
                                     std::pair{"atlas.json", "Small"}, std::pair{"sources.json", "Writer"}}) {
        CAPTURE(file);
        AtlasFolder atlas;
        atlas.replace(file, what, "M\xfcnchen");
        CHECK(text(try_folder(atlas)) == Contains(file));
    }
}

TEST_CASE("ten thousand layers that are not there are ten thousand lines, at once")
{
    AtlasFolder atlas;
    std::string names;
    for (int i = 0; i < 10'000; ++i) {
        names += ", \"layer" + std::to_string(i) + ".geojson\"";
    }
    atlas.replace("atlas.json", R"("events.geojson"])", R"("events.geojson")" + names + "]");
    CHECK(text(try_folder(atlas)) == Contains("layer9999.geojson"));
}
