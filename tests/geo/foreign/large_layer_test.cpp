// Layers too large to be read whole, in files and on a server of the test's own.

#include "support/pg_server.hpp"
#include "support/temporary_folder.hpp"

#include "geo/foreign/load.hpp"
#include "geo/io/data_error.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

using doctest::Approx;

namespace {

constexpr std::size_t most = 20'000;

geo::Instant year(int y)
{
    return geo::Instant{std::chrono::local_days{std::chrono::year{y} / 1 / 1}};
}

/// A lattice of 500 × 500 points, 45–50° E, 38–43° N; each exists for ten years, those of row r from 1800 + r % 100.
void write_points(std::filesystem::path const &csv)
{
    std::ofstream out{csv};
    out << "name,lon,lat,start_date,end_date\n";
    for (int row = 0; row < 500; ++row) {
        for (int column = 0; column < 500; ++column) {
            int const from = 1800 + row % 100;
            out << 'p' << row << '_' << column << ',' << 45.005 + column * 0.01 << ',' << 38.005 + row * 0.01 << ','
                << from << "-01-01," << from + 10 << "-01-01\n";
        }
    }
}

void convert(std::filesystem::path const &csv, std::filesystem::path const &to, std::string const &format)
{
    auto const command = "ogr2ogr -f " + format + " " + to.string() + " " + csv.string() +
                         " -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat -oo AUTODETECT_TYPE=YES -a_srs EPSG:4326 "
                         "-nln points >/dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
}

/// What must hold of the lattice wherever it lies.
void check_lattice(geo::LargeLayer const &layer)
{
    CHECK(layer.count == Approx(250'000).epsilon(0.05));
    CHECK(layer.extent.west == Approx(45.005).epsilon(1e-4));
    CHECK(layer.extent.north == Approx(42.995).epsilon(1e-4));
    CHECK(layer.time.begin == "start_date");
    CHECK(layer.time.end == "end_date");
    CHECK(layer.span.begin <= year(1801));
    CHECK(layer.span.end >= year(1908));
    geo::LargeLayerReader reader{layer};

    // A small extent is given whole: 10 × 10 points, of which those of ten rows exist in 1850 if their row does.
    auto const near = reader.ask({47, 40.4, 47.1, 40.5}, {year(1850), year(1850)}, most);
    CHECK(near.counted == geo::Counted::exactly);
    CHECK_FALSE(near.sample());
    CHECK(near.features.size() == 100); // rows 240 to 249 begin in 1840 to 1849
    CHECK(reader.ask({47, 40.4, 47.1, 40.5}, {year(1830), year(1830)}, most).features.empty());

    // The whole extent is a sample, even over the land and over the hundred years.
    auto const far = reader.ask({40, 30, 60, 50}, {year(1800), year(1910)}, most);
    CHECK(far.sample());
    CHECK(far.counted == geo::Counted::about);
    CHECK(far.of == Approx(250'000).epsilon(0.1));
    CHECK(far.features.size() <= most);
    CHECK(far.features.size() > most / 2);
    std::size_t west = 0;
    std::size_t south = 0;
    for (auto const &feature : far.features) {
        auto const at = std::get<geo::LonLat>(feature.geometry);
        west += at.lon < 47.5 ? 1 : 0;
        south += at.lat < 40.5 ? 1 : 0;
    }
    CHECK(static_cast<double>(west) / static_cast<double>(far.features.size()) == Approx(0.5).epsilon(0.1));
    CHECK(static_cast<double>(south) / static_cast<double>(far.features.size()) == Approx(0.5).epsilon(0.1));

    // At one instant only some exist.
    auto const then = reader.ask({40, 30, 60, 50}, {year(1850), year(1850)}, most);
    CHECK(then.of == Approx(25'000).epsilon(0.15));
    CHECK(reader.ask({10, 10, 20, 20}, {year(1850), year(1850)}, most).features.empty());
}

} // namespace

TEST_CASE("a large GeoPackage and a large FlatGeobuf are asked by extent and time through their spatial index")
{
    test::TemporaryFolder const folder;
    write_points(folder.path() / "points.csv");
    for (auto const &[format, ending] : {std::pair{"GPKG", "gpkg"}, std::pair{"FlatGeobuf", "fgb"}}) {
        CAPTURE(format);
        auto const file = folder.path() / (std::string{"points."} + ending);
        convert(folder.path() / "points.csv", file, format);
        auto const large = geo::large_layers(file);
        REQUIRE(large.size() == 1);
        CHECK(large[0].counted);
        CHECK_FALSE(large[0].span_known); // no index leads by these columns
        check_lattice(large[0]);

        // Opened in parts it is described and not read; opened whole, as for export, it is read.
        auto const loaded = geo::load_with_guests(file, {{}, {}, true});
        CHECK(loaded.atlas->places.empty());
        REQUIRE(loaded.large.size() == 1);
        REQUIRE(loaded.atlas->guests.size() == 1);
        CHECK(loaded.large[0]->guest == 1);
        CHECK(loaded.atlas->guests[0].features == 250'000);
        CHECK(loaded.atlas->info.home.west < 45);
        CHECK(loaded.atlas->info.span.begin <= year(1801));
    }
}

TEST_CASE("where an index leads by the columns of dates, the first and last of them are known, not estimated")
{
    test::TemporaryFolder const folder;
    auto const file = folder.path() / "points.gpkg";
    write_points(folder.path() / "points.csv");
    convert(folder.path() / "points.csv", file, "GPKG");
    for (std::string const statement :
         {"CREATE INDEX a ON points (start_date)", "CREATE INDEX b ON points (end_date, start_date)",
          "UPDATE points SET start_date = '1621-03-05' WHERE fid = 77777"}) {
        REQUIRE(std::system(("ogrinfo -q " + file.string() + " -sql \"" + statement + "\" >/dev/null").c_str()) == 0);
    }
    auto const large = geo::large_layers(file);
    REQUIRE(large.size() == 1);
    CHECK(large[0].span_known);
    CHECK(geo::to_iso(large[0].span.begin) == "1621-03-05T00:00:00");
    CHECK(large[0].span.end == geo::Instant{std::chrono::local_days{std::chrono::year{1909} / 1 / 2}});
    CHECK(large[0].fields == std::vector<std::string>{"name", "lon", "lat", "start_date", "end_date"});
    auto const of_spans = geo::load_with_guests(file, {{}, {}, true});
    CHECK(of_spans.atlas->info.opening_at == of_spans.atlas->info.span.begin);
    auto const of_moments = geo::load_with_guests(file, {{}, {{"", "start_date", ""}}, true});
    CHECK(of_moments.atlas->info.opening_at == of_moments.atlas->info.span.end); // at the begin none is seen yet
    CHECK_THROWS_WITH_AS(static_cast<void>(geo::load_with_guests(file, {{}, {{"", "when", ""}}, true})),
                         doctest::Contains("the layer 'points' has no field 'when' for its times; it has: name, lon"),
                         geo::DataError);
}

TEST_CASE("a small layer is no large one, nor one whose format has no spatial index")
{
    test::TemporaryFolder const folder;
    std::ofstream{folder.path() / "few.csv"} << "name,lon,lat\na,45,38\n";
    CHECK(geo::large_layers(folder.path() / "few.csv").empty());
    CHECK_THROWS_WITH_AS(static_cast<void>(geo::large_layers("/nowhere/points.gpkg")),
                         doctest::Contains("/nowhere/points.gpkg: there is no such file"), geo::DataError);
}

TEST_CASE(
    "a table of 500,000 points on a server is asked by extent and time, and another user's change is seen at once")
{
    test::PgServer const server;
    server.execute(
        "CREATE TABLE points (id bigint, name text, t_begin timestamp, t_end timestamp, geom geometry(Point, "
        "4326)); "
        "INSERT INTO points SELECT i, 'p' || i, timestamp '1800-01-01' + (i % 1000) * interval '36 days', "
        "timestamp '1800-01-01' + (i % 1000 + 100) * interval '36 days', "
        "ST_SetSRID(ST_MakePoint(45 + (i::bigint * 7919 % 100003) / 100003.0 * 5, 38 + (i::bigint * 104729 % 99991) / "
        "99991.0 "
        "* 5), 4326) FROM generate_series(1, 500000) AS i; "
        "CREATE INDEX ON points USING gist (geom); CREATE INDEX ON points (t_begin); ANALYZE points;");
    auto const where = server.connection("tables=points");
    auto const large = geo::large_layers(where);
    REQUIRE(large.size() == 1);
    auto const &layer = large[0];
    CHECK(layer.count == Approx(500'000).epsilon(0.05));
    CHECK_FALSE(layer.counted);
    CHECK(layer.extent.west == Approx(45).epsilon(0.01));
    CHECK(layer.time.begin == "t_begin");
    CHECK(layer.time.end == "t_end");
    CHECK(layer.span.begin == year(1800)); // by its index
    CHECK_FALSE(layer.span_known);         // the end has none
    geo::LargeLayerReader reader{layer};
    auto const far = reader.ask({40, 30, 60, 50}, {year(1700), year(2000)}, most);
    CHECK(far.sample());
    CHECK(far.of == Approx(500'000).epsilon(0.1));
    CHECK(far.features.size() <= most);
    CHECK(far.features.size() > most / 2);
    auto const again = reader.ask({40, 30, 60, 50}, {year(1700), year(2000)}, most);
    REQUIRE(again.features.size() == far.features.size()); // the same sample for the same question
    CHECK(again.features.back().values == far.features.back().values);
    auto const then = reader.ask({40, 30, 60, 50}, {year(1850), year(1850)}, most);
    CHECK(then.of == Approx(50'000).epsilon(0.2));
    auto const box = geo::Box{46, 39, 46.1, 39.1};
    auto const near = reader.ask(box, {year(1700), year(2000)}, most);
    CHECK(near.counted == geo::Counted::exactly);
    CHECK(near.features.size() > 100);
    for (auto const &feature : near.features) {
        auto const at = std::get<geo::LonLat>(feature.geometry);
        CHECK((at.lon >= 46 && at.lon <= 46.1));
    }
    server.execute("INSERT INTO points VALUES (0, 'new', '1800-01-01', '1900-01-01', ST_SetSRID(ST_MakePoint(46.05, "
                   "39.05), 4326))");
    CHECK(reader.ask(box, {year(1700), year(2000)}, most).features.size() == near.features.size() + 1);

    auto const loaded = geo::load_with_guests(where, {{}, {}, true});
    CHECK(loaded.atlas->places.empty());
    REQUIRE(loaded.large.size() == 1);
}

TEST_CASE("what is too large to be read whole is refused before it is read, with its number and what to do")
{
    geo::LargeLayer layer;
    layer.name = "moves";
    layer.count = 4'000'000;
    CHECK_NOTHROW(geo::require_readable_whole("moves.gpkg", {layer}));
    layer.count = 20'000'000;
    layer.counted = false;
    CHECK_THROWS_WITH_AS(
        geo::require_readable_whole("moves.gpkg", {layer}),
        "moves.gpkg: the layer 'moves' has about 20000000 features, and at most 4000000 are read whole; the "
        "viewer asks for those in view, or name a part of it",
        geo::DataError);
}
