#include "app/cli/options.hpp"
#include "support/atlas_folder.hpp"
#include "support/program.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

#include <fstream>

using doctest::Contains;
using test::text;

TEST_CASE("export takes its format from the ending of the file, or from -f")
{
    auto const by_ending = app::parse_options({"export", "-o", "a.kml"});
    REQUIRE(std::holds_alternative<app::ExportOptions>(by_ending));
    CHECK(std::get<app::ExportOptions>(by_ending).format == geo::ExportFormat::kml);
    auto const said = app::parse_options({"export", "-o", "a.txt", "-f", "csv"});
    REQUIRE(std::holds_alternative<app::ExportOptions>(said));
    CHECK(std::get<app::ExportOptions>(said).format == geo::ExportFormat::csv);
    auto const neither = app::parse_options({"export", "-o", "a.txt"});
    REQUIRE(std::holds_alternative<app::Notice>(neither));
    CHECK(text(std::get<app::Notice>(neither).text) == Contains("'a.txt' does not end in .gpkg, .geojson"));
}

TEST_CASE("export says what went into the file and what could not")
{
    test::AtlasFolder const atlas;
    test::TemporaryFolder const folder;
    auto const file = (folder.path() / "out.gpx").string();
    auto const run = test::run({"export", atlas.path().string(), "-o", file});
    CHECK(run.exit == 0);
    CHECK(text(run.out) == Contains("out.gpx: 3 places, 1 event, 2 lines, 0 regions, 2 units"));
    CHECK(text(run.err) == Contains("not in it: 1 x ends of events: a waypoint has one time"));
    auto const again = test::run({"info", file});
    CHECK(again.exit == 0);
}

TEST_CASE("export with a layer that is none names the nearest and writes nothing")
{
    test::AtlasFolder const atlas;
    test::TemporaryFolder const folder;
    auto const file = folder.path() / "out.kml";
    auto const run = test::run({"export", atlas.path().string(), "-o", file.string(), "--layers", "unit"});
    CHECK(run.exit == 2);
    CHECK(text(run.err) == Contains("--layers: there is no layer 'unit'; did you mean 'units'?"));
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("export that cannot write leaves what was there")
{
    test::AtlasFolder const atlas;
    test::TemporaryFolder const folder;
    auto const run = test::run({"export", atlas.path().string(), "-o", (folder.path() / "no/where.kml").string()});
    CHECK(run.exit == 3);
    CHECK(text(run.err) == Contains("cannot be written: No such file or directory"));
}
