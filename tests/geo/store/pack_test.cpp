#include "support/atlas_folder.hpp"
#include "support/content.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include "geo/io/data_error.hpp"
#include "geo/store/format_version.hpp"

#include <doctest/doctest.h>
#include <ogrsf_frmts.h>

#include <fstream>
#include <random>

using doctest::Contains;
using test::AtlasFolder;
using test::run;
using test::text;

namespace {

std::string const bundled = MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920";
std::string const ancient = MARSHRUT_SOURCE_DIR "/tests/atlases/hannibal-218bc";

/// `count` dates spread over an atlas's span.
std::vector<std::string> dates(std::filesystem::path const &atlas, int count)
{
    auto const info = geo::load_atlas(atlas).atlas->info;
    std::vector<std::string> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(geo::to_iso(info.span.begin + (info.span.end - info.span.begin) * i / count));
    }
    return all;
}

std::string state(std::string const &atlas, std::string const &at)
{
    auto const done = run({"state", atlas, "--at=" + at, "--json"});
    CHECK(done.err == "");
    CHECK(done.exit == 0);
    return done.out;
}

using Dataset = std::unique_ptr<GDALDataset, decltype(&GDALClose)>;

Dataset open(std::filesystem::path const &file)
{
    GDALAllRegister();
    Dataset dataset{GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR), &GDALClose};
    REQUIRE(dataset);
    return dataset;
}

} // namespace

TEST_CASE("the world at 20 instants is the same from the folder and from the pack, for both atlases")
{
    AtlasFolder const scratch;
    for (auto const &atlas : {bundled, ancient}) {
        CAPTURE(atlas);
        auto const pack = (scratch.path() / "atlas.gpkg").string();
        REQUIRE(run({"pack", atlas, "-o", pack}).exit == 0);
        for (auto const &at : dates(atlas, 20)) {
            CAPTURE(at);
            CHECK(state(pack, at) == state(atlas, at));
        }
    }
}

TEST_CASE("packing twice, or packing a pack, gives the same bytes")
{
    AtlasFolder const scratch;
    auto const one = (scratch.path() / "one.gpkg").string();
    auto const two = (scratch.path() / "two.gpkg").string();
    REQUIRE(run({"pack", bundled, "-o", one}).exit == 0);
    REQUIRE(run({"pack", one, "-o", two}).exit == 0);
    CHECK(test::content(one) == test::content(two));
    REQUIRE(run({"pack", bundled, "-o", one}).exit == 0);
    CHECK(test::content(one) == test::content(two));
}

TEST_CASE("a picture of the pack is the picture of the folder")
{
    AtlasFolder const scratch;
    auto const pack = (scratch.path() / "atlas.gpkg").string();
    REQUIRE(run({"pack", bundled, "-o", pack}).exit == 0);
    for (auto const &[atlas, file] : {std::pair{bundled, "folder.png"}, std::pair{pack, "pack.png"}}) {
        auto const done = run(
            {"render", atlas, "--at", "1920-04-28T05:00", "--size", "640x400", "-o", (scratch.path() / file).string()});
        CHECK(done.err == "");
    }
    CHECK(test::content(scratch.path() / "folder.png") == test::content(scratch.path() / "pack.png"));
}

TEST_CASE("the layers of a pack carry WGS 84, seconds, datetimes and measures that rise")
{
    AtlasFolder const scratch;
    auto const pack = scratch.path() / "atlas.gpkg";
    REQUIRE(run({"pack", bundled, "-o", pack.string()}).exit == 0);
    auto const dataset = open(pack);
    for (char const *const name :
         {"places", "regions", "lines", "events", "map_regions", "trajectories", "legs", "fixes"}) {
        CAPTURE(name);
        auto *const layer = dataset->GetLayerByName(name);
        REQUIRE(layer != nullptr);
        CHECK(std::string{layer->GetSpatialRef()->GetAuthorityCode(nullptr)} == "4326");
        auto const &fields = *layer->GetLayerDefn();
        for (auto const &[field, type] : {std::pair{"begin_s", OFTInteger64}, std::pair{"end_s", OFTInteger64},
                                          std::pair{"t_begin", OFTDateTime}, std::pair{"t_end", OFTDateTime}}) {
            auto const index = fields.GetFieldIndex(field);
            REQUIRE(index >= 0);
            CHECK(fields.GetFieldDefn(index)->GetType() == type);
        }
    }
    int trajectories = 0;
    for (auto const &feature : *dataset->GetLayerByName("trajectories")) {
        auto const &line = *feature->GetGeometryRef()->toLineString();
        REQUIRE(line.IsMeasured());
        ++trajectories;
        for (int i = 1; i < line.getNumPoints(); ++i) {
            CHECK(line.getM(i) > line.getM(i - 1));
        }
    }
    CHECK(trajectories > 20);
    auto &events = *dataset->GetLayerByName("events");
    events.SetAttributeFilter("id = 'ev049'");
    auto const event = OGRFeatureUniquePtr{events.GetNextFeature()};
    REQUIRE(event);
    CHECK(event->GetFieldAsInteger64("begin_s") == -1567814400); // 1920-04-27T00:00
    CHECK(std::string{event->GetFieldAsString("t_begin")} == "1920/04/27 00:00:00+00");
}

TEST_CASE("years before the common era have seconds but no datetime")
{
    AtlasFolder const scratch;
    auto const pack = scratch.path() / "atlas.gpkg";
    REQUIRE(run({"pack", ancient, "-o", pack.string()}).exit == 0);
    auto const dataset = open(pack);
    for (auto const &event : *dataset->GetLayerByName("events")) {
        CHECK(event->GetFieldAsInteger64("begin_s") < -60'000'000'000);
        CHECK_FALSE(event->IsFieldSetAndNotNull(event->GetFieldIndex("t_begin")));
    }
}

TEST_CASE("an atlas with errors is not packed, and the old pack stays")
{
    AtlasFolder folder;
    auto const pack = folder.path() / "atlas.gpkg";
    REQUIRE(run({"pack", folder.path().string(), "-o", pack.string()}).exit == 0);
    auto const before = test::content(pack);
    folder.replace("events.geojson", "west;east", "nowhere");
    auto const done = run({"pack", folder.path().string(), "-o", pack.string()});
    CHECK(done.exit == 1);
    CHECK(text(done.err) == Contains("events.geojson:ev1: error: place_ids: no place has the id 'nowhere'"));
    CHECK(test::content(pack) == before);
}

TEST_CASE("a pack that is killed at any moment leaves the old file or the new one, whole, and later nothing beside it")
{
    AtlasFolder folder;
    auto const old_pack = folder.path() / "old.gpkg";
    auto const new_pack = folder.path() / "new.gpkg";
    REQUIRE(run({"pack", folder.path().string(), "-o", old_pack.string()}).exit == 0);
    REQUIRE(run({"pack", bundled, "-o", new_pack.string()}).exit == 0);
    auto const before = test::content(old_pack);
    auto const after = test::content(new_pack);
    std::filesystem::create_directory(folder.path() / "target");
    auto const target = folder.path() / "target" / "atlas.gpkg";
    std::mt19937 random{1920};
    std::uniform_int_distribution<long> microseconds{1'000, 300'000};
    int killed = 0;
    for (int i = 0; i < 50; ++i) {
        std::ofstream{target, std::ios::binary} << before;
        auto const done = test::run_until_killed({"pack", bundled, "-o", target.string()}, microseconds(random));
        killed += done.exit == 0 ? 0 : 1;
        auto const found = test::content(target);
        CHECK((found == before || found == after));
    }
    CHECK(killed > 10);
    REQUIRE(run({"pack", bundled, "-o", target.string()}).exit == 0);
    CHECK(std::distance(std::filesystem::directory_iterator{target.parent_path()}, {}) == 1);
}

TEST_CASE("a GeoPackage that is no atlas, none at all, or torn is told")
{
    AtlasFolder const folder;
    auto const pack = folder.path() / "atlas.gpkg";
    CHECK_THROWS_WITH_AS(geo::load_atlas(folder.path() / "none.gpkg"),
                         Contains("none.gpkg: there is no such file or folder"), geo::DataError);
    std::ofstream{pack} << "no database";
    CHECK_THROWS_WITH_AS(geo::load_atlas(pack), Contains("atlas.gpkg: is no sound GeoPackage: "), geo::DataError);
    REQUIRE(run({"pack", folder.path().string(), "-o", pack.string()}).exit == 0);
    std::filesystem::resize_file(pack, std::filesystem::file_size(pack) / 2);
    CHECK_THROWS_AS(geo::load_atlas(pack), geo::DataError);
}

TEST_CASE("an atlas of a newer format is refused with a sentence")
{
    AtlasFolder folder;
    folder.replace("atlas.json", "marshrut-atlas/1", "marshrut-atlas/2");
    CHECK_THROWS_WITH_AS(
        folder.load(),
        Contains("atlas.json: was made for a newer Marshrut (format 2; this one reads up to 1); update "
                 "the program, or save the atlas in the older format"),
        geo::DataError);
    folder.replace("atlas.json", "marshrut-atlas/2", "atlas");
    CHECK_THROWS_WITH_AS(folder.load(), Contains("its format is 'atlas', which is none of an atlas"), geo::DataError);
}

TEST_CASE("an atlas of the older format 0 is read, and packed in the present one")
{
    AtlasFolder folder;
    folder.replace("atlas.json", "marshrut-atlas/1", "marshrut-atlas/0");
    folder.replace("events.geojson", "\"start_date\"", "\"start\"");
    folder.replace("events.geojson", "\"end_date\"", "\"end\"");
    folder.replace("places.geojson", "\"kind\":\"town\"", "\"kind\":\"town\",\"name_1920\":\"Vest\"");
    auto const [atlas, problems] = folder.load();
    CHECK(problems.empty());
    REQUIRE(atlas->events.size() == 1);
    CHECK(atlas->events[0].span.end == test::at("1920-04-27T10:01"));
    CHECK(atlas->places[0].name_period == "Vest");
    auto const pack = folder.path() / "atlas.gpkg";
    REQUIRE(run({"pack", folder.path().string(), "-o", pack.string()}).exit == 0);
    CHECK(geo::load_atlas(pack).problems.empty());
    CHECK(geo::read_raw(pack, *std::make_unique<geo::Problems>()).manifest["format"] == geo::atlas_format);
}
