#include "support/temporary_folder.hpp"

#include "geo/foreign/load.hpp"
#include "geo/foreign/sink.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <memory>

namespace {

constexpr int rows = 3000;
constexpr int points = 150;

/// Enough bytes that several read them: lines whose numbers have gaps, some without geometry, some beyond the poles.
std::filesystem::path big_file(std::filesystem::path const &folder)
{
    GDALAllRegister();
    auto file = folder / "big.gpkg";
    auto *const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    std::unique_ptr<GDALDataset> const made{driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    auto *const layer = made->CreateLayer("ways", &degrees, wkbLineString);
    OGRFieldDefn number{"number", OFTInteger};
    layer->CreateField(&number);
    made->StartTransaction();
    for (int n = 0; n < rows; ++n) {
        OGRFeature feature{layer->GetLayerDefn()};
        feature.SetFID(7 + n * 5L + n / 1000 * 100'000L);
        feature.SetField("number", n);
        OGRLineString line;
        for (int i = 0; i < points; ++i) {
            line.addPoint(40 + n * 0.001, 30 + i * 0.01 + (n % 500 == 0 && i == 7 ? 100 : 0));
        }
        if (n % 100 != 99) {
            feature.SetGeometry(&line);
        }
        REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
    }
    made->CommitTransaction();
    return file;
}

} // namespace

TEST_CASE("a GeoPackage that several threads read gives every feature in its order, and counts what is dropped")
{
    test::TemporaryFolder const folder;
    auto const file = big_file(folder.path());
    double told = 0;
    bool rises = true;
    auto const source = geo::read_foreign(file, {}, [&](double share) {
        rises = rises && share >= told;
        told = share;
    });
    REQUIRE(source.layers.size() == 1);
    auto const &features = source.layers.front().features;
    REQUIRE(features.size() == rows - rows / 100);
    CHECK(rises);
    CHECK(told == doctest::Approx(1));
    std::size_t at = 0;
    for (int n = 0; n < rows; ++n) {
        if (n % 100 == 99) {
            continue;
        }
        auto const &feature = features[at++];
        CAPTURE(n);
        REQUIRE(feature.id == std::to_string(7 + n * 5 + n / 1000 * 100'000));
        REQUIRE(feature.values.at(0) == std::to_string(n));
        auto const &line = std::get<geo::MultiLine>(feature.geometry).at(0);
        REQUIRE(line.size() == (n % 500 == 0 ? points - 1 : points));
        REQUIRE(line.back() == geo::LonLat{40 + n * 0.001, 30 + (points - 1) * 0.01});
    }
    CHECK(source.dropped == std::map<std::string, long>{
                                {"features without geometry", 30},
                                {"coordinates that are no longitude and latitude in degrees", 6}});
}

TEST_CASE("the reading of a large GeoPackage is stopped at once")
{
    test::TemporaryFolder const folder;
    auto const file = big_file(folder.path());
    std::stop_source stop;
    int told = 0;
    auto const read = [&] {
        return geo::read_foreign(
            file, {},
            [&](double) {
                ++told;
                stop.request_stop();
            },
            stop.get_token());
    };
    CHECK_THROWS_AS((void)read(), geo::Stopped);
    CHECK(told == 1);
}
