#include "support/text.hpp"

#include "geo/io/data_error.hpp"
#include "geo/network/geodesic.hpp"
#include "geo/raster/control_points.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <unistd.h>

using doctest::Approx;
using doctest::Contains;
using test::text;

namespace {

namespace fs = std::filesystem;

constexpr char const *crs = "+proj=lcc +lat_0=41 +lon_0=47.5 +lat_1=38.5 +lat_2=44 +datum=WGS84 +units=m +type=crs";

geo::Projection const &projection()
{
    static geo::Projection const conic{crs, {45, 38, 52, 43}};
    return conic;
}

/// Six points of a sheet keyed by hand: none fits exactly.
std::vector<geo::ControlPoint> const six{{120.5, 80.25, {48.00, 42.00}},    {1910.0, 95.5, {50.02, 41.98}},
                                         {1880.75, 1490.0, {49.97, 40.02}}, {131.0, 1475.5, {48.01, 40.01}},
                                         {1002.0, 700.0, {49.03, 41.06}},   {640.0, 1180.0, {48.60, 40.42}}};

/// Where gdaltransform lays the points' pixels, in metres of the projection.
std::vector<geo::MapPoint> by_gdaltransform(std::string const &fit)
{
    auto command = std::string{"printf '"};
    for (auto const &p : six) {
        command += fmt::format("{:.6f} {:.6f}\\n", p.pixel, p.line);
    }
    command += "' | gdaltransform -output_xy " + fit;
    for (auto const &p : six) {
        auto const at = projection().forward(p.at);
        command += fmt::format(" -gcp {:.6f} {:.6f} {:.6f} {:.6f}", p.pixel, p.line, at.x, at.y);
    }
    std::unique_ptr<FILE, int (*)(FILE *)> const pipe{popen(command.c_str(), "r"), &pclose};
    REQUIRE(pipe);
    std::vector<geo::MapPoint> found;
    geo::MapPoint p;
    while (std::fscanf(pipe.get(), "%lf %lf", &p.x, &p.y) == 2) {
        found.push_back(p);
    }
    return found;
}

} // namespace

TEST_CASE("a scan laid by six points has the residuals of gdaltransform on the same points")
{
    for (auto const &[fitting, words] : {std::pair{geo::Fitting::affine, "-order 1"},
                                         {geo::Fitting::polynomial2, "-order 2"},
                                         {geo::Fitting::thin_plate, "-tps"}}) {
        CAPTURE(words);
        geo::Georeference const fit{six, fitting, projection()};
        auto const theirs = by_gdaltransform(words);
        REQUIRE(theirs.size() == six.size());
        for (std::size_t i = 0; i < six.size(); ++i) {
            auto const ours = fit.to_map(six[i].pixel, six[i].line);
            CHECK(ours.x == Approx(theirs[i].x).epsilon(1e-7));
            CHECK(ours.y == Approx(theirs[i].y).epsilon(1e-7));
            auto const truth = projection().forward(six[i].at);
            double const residual = std::hypot(theirs[i].x - truth.x, theirs[i].y - truth.y);
            CHECK(std::abs(fit.residuals()[i] - residual) < 0.01);
        }
    }
}

TEST_CASE("an affine fit of six points leaves metres over, a thin plate none")
{
    geo::Georeference const affine{six, geo::Fitting::affine, projection()};
    geo::Georeference const plate{six, geo::Fitting::thin_plate, projection()};
    CHECK(affine.rms() > 100);
    CHECK(plate.rms() < 0.1);
}

TEST_CASE("too few points, and points on one line, are refused with what to do")
{
    std::vector<geo::ControlPoint> const two{six.begin(), six.begin() + 2};
    CHECK_THROWS_WITH((geo::Georeference{two, geo::Fitting::affine, projection()}),
                      "2 control points are too few for affine: it needs 3");
    CHECK_THROWS_WITH((geo::Georeference{six, geo::Fitting::polynomial3, projection()}),
                      "6 control points are too few for polynomial3: it needs 10");
    std::vector<geo::ControlPoint> line;
    for (int i = 0; i < 4; ++i) {
        line.push_back({100.0 * i, 100.0 * i, {48 + 0.1 * i, 41 + 0.1 * i}});
    }
    CHECK_THROWS_WITH((geo::Georeference{line, geo::Fitting::affine, projection()}), Contains("do not put them all"));
}

TEST_CASE("points saved beside a scan are read again as they were")
{
    auto const file = fs::temp_directory_path() / "marshrut-points-test.points";
    geo::Georeference const fit{six, geo::Fitting::affine, projection()};
    std::ofstream{file} << geo::to_points_file(six, &fit);
    auto const again = geo::read_points_file(file);
    REQUIRE(again.size() == six.size());
    for (std::size_t i = 0; i < six.size(); ++i) {
        CHECK(again[i].pixel == Approx(six[i].pixel));
        CHECK(again[i].line == Approx(six[i].line));
        CHECK(geo::distance_m(again[i].at, six[i].at) < 0.01);
    }
    std::ofstream{file} << "mapX,mapY,sourceX,sourceY,enable\n48,41,1,-1,0\n48,41,north\n";
    CHECK_THROWS_WITH_AS(static_cast<void>(geo::read_points_file(file)), Contains("line 3 is not"), geo::DataError);
    fs::remove(file);
}

TEST_CASE("the world file of a scan that lies square is its corner and the size of its pixels")
{
    std::vector<geo::ControlPoint> const square{{0, 0, {48, 42}}, {100, 0, {49, 42}}, {0, 100, {48, 41}}};
    std::istringstream lines{geo::to_world_file(square)};
    std::array<double, 6> value{};
    for (auto &v : value) {
        lines >> v;
    }
    CHECK(value[0] == Approx(0.01));
    CHECK(value[1] == Approx(0));
    CHECK(value[3] == Approx(-0.01));
    CHECK(value[4] == Approx(48.005)); // the middle of the first pixel
    CHECK(value[5] == Approx(41.995));
}

TEST_CASE("the VRT of a scan names it by itself and carries the points, so that other programs lay it alike")
{
    auto const scan = fs::temp_directory_path() / "marshrut-scan-test.ppm";
    std::ofstream{scan, std::ios::binary} << "P6\n4 3\n255\n" << std::string(36, '\x40');
    auto const vrt = geo::to_vrt(scan, six, geo::Fitting::thin_plate);
    CHECK(text(vrt) == Contains("relativeToVRT=\"1\">marshrut-scan-test.ppm<"));
    CHECK(text(vrt) == Contains("<GCP Id="));
    CHECK(text(vrt) == Contains("Pixel=\"120.5"));
    fs::remove(scan);
    CHECK_THROWS_AS(static_cast<void>(geo::to_vrt("/nowhere/scan.tif", six, geo::Fitting::affine)), geo::DataError);
}

TEST_CASE("what was saved beside a scan is found with it, also by which fitting it was laid")
{
    auto const folder = fs::temp_directory_path() / fmt::format("marshrut-beside-{}", getpid());
    fs::create_directories(folder);
    auto const scan = folder / "sheet.ppm";
    std::ofstream{scan, std::ios::binary} << "P6\n4 3\n255\n" << std::string(36, '\x40');
    CHECK(geo::fit_beside(scan).points.empty());
    std::ofstream{geo::points_beside(scan)} << geo::to_points_file(six, nullptr);
    CHECK(geo::fit_beside(scan).points.size() == 6);
    CHECK(geo::fit_beside(scan).fitting == geo::Fitting::affine);
    std::ofstream{geo::vrt_beside(scan)} << geo::to_vrt(scan, six, geo::Fitting::thin_plate);
    CHECK(geo::fit_beside(scan).fitting == geo::Fitting::thin_plate);
    CHECK(geo::world_file_beside("/maps/sheet.tif") == fs::path{"/maps/sheet.tfw"});
    CHECK(geo::world_file_beside("/maps/sheet.jpg") == fs::path{"/maps/sheet.jgw"});
    fs::remove(geo::points_beside(scan));
    std::ofstream{folder / "sheet.points"} << geo::to_points_file(six, nullptr); // as older programs call it
    CHECK(geo::fit_beside(scan).points.size() == 6);
    fs::remove_all(folder);
}

TEST_CASE("control points that are no degrees, or no pixels of a picture, are told with their line")
{
    auto const file = fs::temp_directory_path() / fmt::format("marshrut-points-{}.points", getpid());
    std::string const head = "mapX,mapY,sourceX,sourceY,enable,dX,dY,residual\n48,42,1,-2,1,0,0,0\n";
    for (auto const &[row, reason] :
         {std::pair{"5400000,5100000,1,-2,1\n",
                    "line 3: 5400000, 5100000 is no longitude and latitude in degrees; save "
                    "the points in EPSG:4326"},
          std::pair{"48,42,1e300,-2,1\n", "line 3: 1e+300, -2 is no pixel of a picture"},
          std::pair{"48,nan,1,-2,1\n", "line 3 is not 'mapX,mapY,sourceX,sourceY,enable,…'"}}) {
        CAPTURE(row);
        std::ofstream{file} << head << row;
        std::string told;
        try {
            (void)geo::read_points_file(file);
        } catch (geo::DataError const &error) {
            told = error.what();
        }
        CHECK(text(told) == Contains(reason));
    }
    std::ofstream{file} << head << "5400000,5100000,1,-2,0\n"; // one that is not in use
    CHECK(geo::read_points_file(file).size() == 1);
    fs::remove(file);
}
