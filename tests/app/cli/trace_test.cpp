#include "support/atlas_folder.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

using doctest::Approx;
using doctest::Contains;
using test::run;
using test::text;

namespace {

constexpr char const *atlas = MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920";

/// What the dossier says of one stand of the armoured trains: hours, kilometre of the timetable, sources.
struct Stand
{
    char const *place;
    char const *arrival;
    char const *departure;
    double km_from_baku;
    char const *confidence;
    char const *sources;
};

constexpr Stand dossier[] = {
    {"derbent", "1920-04-25~", "1920-04-26", 248, "probable", "solomin"},
    {"samur_st", "1920-04-26", "1920-04-27T00:05~", 214, "attested", "shirokorad-chudo mikoyan-tb"},
    {"samur_bridge", "1920-04-27T00:15~", "1920-04-27T00:20~", 206.5, "attested", "mikoyan-tb veselov2021"},
    {"yalama", "1920-04-27T00:30~", "1920-04-27T03:00~", 203.2, "disputed", "mikoyan-ksr solomin"},
    {"khudat", "1920-04-27T05:00~", "1920-04-27T08:00~", 186.5, "probable", "veselov2021"},
    {"khachmaz", "1920-04-27T11:00~", "1920-04-27T13:00~", 165, "probable", "mikoyan-ksr seed"},
    {"charkhi", "1920-04-27T13:30~", "", 155.3, "probable", "veselov2021"},
    {"divichi", "1920-04-27T15:00~", "", 132.3, "probable", "general"},
    {"kyzyl_burun", "1920-04-27T17:00~", "", 114.5, "probable", "solomin"},
    {"kilyazi", "1920-04-27T18:30~", "", 82.2, "probable", "solomin"},
    {"sumgait", "1920-04-27T20:30~", "", 40.2, "probable", "solomin"},
    {"khyrdalan", "1920-04-27T21:45~", "", 21.1, "probable", "general"},
    {"biladzhari", "1920-04-27T23:00~", "1920-04-28T03:00~", 14.6, "probable", "ruwiki-baku-op arutyunov-dossier"},
    {"keshla", "1920-04-28T03:30~", "", 6, "probable", "ochag-april"},
    {"baku_station", "1920-04-28T04:00~", "", 0, "attested", "mikoyan-tb ure-bakuop"},
};

std::string joined(nlohmann::json const &list)
{
    std::string all;
    for (auto const &word : list) {
        all += (all.empty() ? "" : " ") + word.get<std::string>();
    }
    return all;
}

} // namespace

TEST_CASE("the trace of the armoured trains has each hour, kilometre and source of the dossier")
{
    auto const done = run({"trace", atlas, "r_atg", "--json"});
    REQUIRE(done.exit == 0);
    auto const json = nlohmann::json::parse(done.out);
    CHECK(json["format"] == "marshrut-trace/1");
    CHECK(json["atlas"] == "yalama-baku-1920");
    REQUIRE(json["rows"].size() == std::size(dossier));
    for (std::size_t i = 0; i < std::size(dossier); ++i) {
        auto const &row = json["rows"][i];
        auto const &said = dossier[i];
        CAPTURE(said.place);
        CHECK(row["place"] == said.place);
        CHECK(row["arrival_written"] == said.arrival);
        CHECK(row["departure_written"] == said.departure);
        CHECK(row["railway_km"] == said.km_from_baku);
        CHECK(row["confidence"] == said.confidence);
        CHECK(joined(row["sources"]) == said.sources);
        CHECK(row["km_timetable_total"].get<double>() == Approx(248 - said.km_from_baku));
        if (i > 0) {
            double const km = dossier[i - 1].km_from_baku - said.km_from_baku;
            auto const &leg = row["leg"];
            CHECK(leg["km_timetable"].get<double>() == Approx(km));
            CHECK(std::abs(leg["km_drawn"].get<double>() - km) <= 0.15 * km + 2);
            CHECK(leg["kmh"].get<double>() == Approx(km / leg["hours"].get<double>()).epsilon(0.01));
        }
    }
    CHECK(json["rows"][5]["arrival"] == "1920-04-27T11:00:00");
    CHECK(json["rows"][5]["time_basis"] == "assumed");
    CHECK(json["rows"][5]["leg"]["hours"] == 3);
}

TEST_CASE("trace prints a table and CSV with the same figures, and the names in the language asked for")
{
    auto const table = run({"trace", atlas, "r_atg", "--lang", "az"});
    CHECK(table.exit == 0);
    CHECK(text(table.out) == Contains("Xaçmaz"));
    CHECK(text(table.out) == Contains("1920-04-27T11:00~"));
    CHECK(text(table.out) == Contains("248.0"));

    auto const csv = run({"trace", atlas, "r_atg", "--csv"});
    CHECK(csv.exit == 0);
    CHECK(csv.out.starts_with("place_id,name,arrival,arrival_written,"));
    CHECK(text(csv.out) == Contains("khudat,Khudat,1920-04-27T05:00:00,1920-04-27T05:00~,1920-04-27T08:00:00,"
                                    "1920-04-27T08:00~,rail,16.7,61.5,"));
    CHECK(text(csv.out) == Contains("mikoyan-ksr;seed"));
    CHECK(run({"trace", atlas, "r_atg", "--csv", "--json"}).exit == 2);
}

TEST_CASE("an unknown unit is told with the nearest id, or with all there are")
{
    auto const near = run({"trace", atlas, "r_atq"});
    CHECK(near.exit == 2);
    CHECK(near.out == "");
    CHECK(near.err == "marshrut: there is no unit 'r_atq' in yalama-baku-1920; did you mean 'r_atg'?\n");

    test::AtlasFolder const folder;
    auto const far = run({"trace", folder.path().string(), "elephants"});
    CHECK(far.err == "marshrut: there is no unit 'elephants' in small; its units are train, crew\n");
}

TEST_CASE("trace of a faulty atlas prints the errors and nothing else")
{
    test::AtlasFolder folder;
    folder.replace("places.geojson", "\"rank\":4", "\"rank\":9");
    auto const done = run({"trace", folder.path().string(), "train"});
    CHECK(done.exit == 1);
    CHECK(done.out == "");
    CHECK(text(done.err) == Contains("places.geojson:halt: error: rank"));
}

TEST_CASE("trace writes the train graph of 27 April with stations, trains and events as SVG")
{
    auto const file = std::filesystem::temp_directory_path() / "marshrut-trace-graph-test.svg";
    auto const done = run({"trace", atlas, "r_atg", "--graph", file.string(), "--from", "1920-04-27", "--to",
                           "1920-04-28", "--along", "petrovsk,baku_station,akstafa"});
    CHECK(done.err == "");
    REQUIRE(done.exit == 0);
    std::ostringstream svg;
    svg << std::ifstream{file}.rdbuf();
    std::filesystem::remove(file);
    for (char const *const word : {"Khachmaz", "Biladzhari", "165", "12:00", "Armoured-train group", "Khachmaz reached",
                                   "British naval party reaches Baku", "assumed hour"}) {
        CAPTURE(word);
        CHECK(text(svg.str()) == Contains(word));
    }
}

TEST_CASE("a train graph that cannot be drawn is told why")
{
    CHECK(run({"trace", atlas, "r_atg", "--graph", "/tmp/x.doc"}).exit == 2);
    auto const nowhere = run({"trace", atlas, "r_atg", "--graph", "/tmp/x.svg", "--along", "bakuu"});
    CHECK(nowhere.exit == 2);
    CHECK(nowhere.err == "marshrut: --along: there is no place 'bakuu' in yalama-baku-1920; did you mean 'baku'?\n");
    auto const sailor = run({"trace", atlas, "r_flot", "--graph", "/tmp/x.svg"});
    CHECK(sailor.exit == 2);
    CHECK(text(sailor.err) == Contains("there is no train graph of r_flot"));
}
