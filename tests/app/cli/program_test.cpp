#include "support/atlas_folder.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using doctest::Contains;
using test::run;
using test::text;

TEST_CASE("check of a sound atlas says so and exits 0")
{
    test::AtlasFolder const folder;
    auto const done = run({"check", folder.path().string()});
    CHECK(done.exit == 0);
    CHECK(text(done.out) == Contains("0 errors, 0 warnings"));
    CHECK(done.err == "");
}

TEST_CASE("check of a faulty atlas prints each fault and exits 1, as JSON too")
{
    test::AtlasFolder folder;
    folder.replace("places.geojson", "\"rank\":4", "\"rank\":9");
    auto const done = run({"check", folder.path().string()});
    CHECK(done.exit == 1);
    CHECK(text(done.out) == Contains("places.geojson:halt: error: rank: 9 is out of range"));

    auto const json = nlohmann::json::parse(run({"check", folder.path().string(), "--json"}).out);
    CHECK(json["format"] == "marshrut-check/1");
    CHECK(json["problems"][0]["feature"] == "halt");
}

TEST_CASE("state of a faulty atlas prints the errors, writes nothing and exits 1")
{
    test::AtlasFolder folder;
    folder.replace("places.geojson", "\"rank\":4", "\"rank\":9");
    auto const done = run({"state", folder.path().string(), "--at", "1920-04-27", "--json"});
    CHECK(done.exit == 1);
    CHECK(done.out == "");
    CHECK(text(done.err) == Contains("places.geojson:halt: error: rank"));
}

TEST_CASE("an unreadable folder exits 3 with one line")
{
    for (char const *const command : {"check", "info"}) {
        auto const done = run({command, "/nowhere/at/all"});
        CHECK(done.exit == 3);
        CHECK(text(done.err) == Contains("/nowhere/at/all"));
        CHECK(std::count(done.err.begin(), done.err.end(), '\n') == 1);
    }
}

TEST_CASE("wrong usage exits 2 with one line on stderr")
{
    auto const done = run({"stat", "--at", "1920"});
    CHECK(done.exit == 2);
    CHECK(done.out == "");
    CHECK(text(done.err) == Contains("did you mean 'state'?"));
}

TEST_CASE("state tells the units at an instant in the agreed JSON")
{
    test::AtlasFolder const folder;
    auto const done = run({"state", folder.path().string(), "--at", "1920-04-27T05:00", "--json"});
    CHECK(done.exit == 0);
    auto const json = nlohmann::json::parse(done.out);
    CHECK(json["format"] == "marshrut-state/1");
    CHECK(json["atlas"] == "small");
    CHECK(json["at"] == "1920-04-27T05:00:00");
    auto const &train = json["units"][0];
    CHECK(train["id"] == "train");
    CHECK(train["lon"].get<double>() == doctest::Approx(49.0).epsilon(1e-4));
    CHECK(train["phase"] == "moving");
    CHECK(train["from"] == "west");
    CHECK(train["to"] == "east");
    CHECK(train["fraction"].get<double>() == doctest::Approx(0.5));
    CHECK(train["basis"] == "interpolated");
    CHECK(train["route"] == "network");
    CHECK(json["units"][1]["parent"] == "train");
    CHECK(json["regions"][0]["status"] == "sovereign");
    CHECK(json["lines"][0]["kind"] == "railway");
    CHECK(json["events"][0]["phase"] == "now");
}

TEST_CASE("info counts what is in an atlas")
{
    test::AtlasFolder const folder;
    auto const json = nlohmann::json::parse(run({"info", folder.path().string(), "--json"}).out);
    CHECK(json["format"] == "marshrut-info/1");
    CHECK(json["counts"]["places"] == 3);
    CHECK(json["counts"]["fixes"] == 3);
    CHECK(json["languages"] == nlohmann::json{"en"});
    CHECK(json["dropped"].empty());
}

TEST_CASE("info looks into any vector file and tells its layers and fields with dates")
{
    test::AtlasFolder const folder;
    auto const json = nlohmann::json::parse(run({"info", (folder.path() / "regions.geojson").string(), "--json"}).out);
    CHECK(json["driver"] == "GeoJSON");
    CHECK(json["layers"][0]["features"] == 2);
    CHECK(text(json["layers"][0]["time"].get<std::string>()) == Contains("start_date"));
    CHECK(json["extent"][0] == 47);
}
