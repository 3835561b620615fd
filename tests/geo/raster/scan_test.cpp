#include "geo/raster/scan.hpp"

#include "geo/io/data_error.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using doctest::Approx;

namespace {

namespace fs = std::filesystem;

constexpr char const *crs = "+proj=lcc +lat_0=41 +lon_0=47.5 +lat_1=38.5 +lat_2=44 +datum=WGS84 +units=m +type=crs";

geo::Projection const &projection()
{
    static geo::Projection const conic{crs, {45, 38, 52, 43}};
    return conic;
}

/// A picture made at run time: left half red, right half blue. Its folder goes with the object.
class Picture
{
public:
    explicit Picture(int size)
    {
        fs::create_directories(m_folder);
        std::ofstream out{file(), std::ios::binary};
        out << "P6\n" << size << ' ' << size << "\n255\n";
        std::string line;
        for (int x = 0; x < size; ++x) {
            line += x < size / 2 ? std::string{"\xff\0\0", 3} : std::string{"\0\0\xff", 3};
        }
        for (int y = 0; y < size; ++y) {
            out << line;
        }
    }
    ~Picture() { fs::remove_all(m_folder); }
    Picture(Picture const &) = delete;
    Picture &operator=(Picture const &) = delete;
    [[nodiscard]] fs::path file() const { return m_folder / "scan.ppm"; }
    [[nodiscard]] fs::path cache() const { return m_folder / "cache"; }

private:
    fs::path m_folder = fs::temp_directory_path() / ("marshrut-scan-" + std::to_string(getpid()));
};

std::vector<geo::ControlPoint> corners(double size)
{
    return {{0, 0, {48, 42}}, {size, 0, {50, 42}}, {size, size, {50, 40}}, {0, size, {48, 40}}};
}

} // namespace

TEST_CASE("a scan that says nothing of its place is laid by control points and warped to the atlas")
{
    Picture const picture{200};
    geo::Scan scan{picture.file(), crs};
    CHECK(scan.width() == 200);
    CHECK_FALSE(scan.referenced());
    CHECK_FALSE(scan.laid());
    scan.lay(corners(200), geo::Fitting::affine, projection());
    REQUIRE(scan.laid());
    auto const west = projection().forward({48.2, 41});
    auto const reach = scan.extent();
    CHECK(reach.left < west.x);
    CHECK(reach.right > projection().forward({49.8, 41}).x);
    auto const colour_at = [&](geo::LonLat at) {
        auto const p = projection().forward(at);
        auto const pixels = scan.warped({p.x - 100, p.y - 100, p.x + 100, p.y + 100}, 2, 2);
        return std::vector<int>(pixels.rgba.begin(), pixels.rgba.begin() + 4);
    };
    CHECK(colour_at({48.4, 41}) == std::vector<int>{255, 0, 0, 255});
    CHECK(colour_at({49.6, 41}) == std::vector<int>{0, 0, 255, 255});
    CHECK(colour_at({51.5, 41})[3] == 0); // beyond the sheet the map shows through
}

TEST_CASE("a part of a scan is read in its own pixels, for setting points")
{
    Picture const picture{200};
    geo::Scan const scan{picture.file(), crs};
    auto const pixels = scan.part(0, 0, 200, 200, 20, 20);
    CHECK(pixels.width == 20);
    CHECK(pixels.rgba[0] == 255);
    CHECK(pixels.rgba[4 * 19 + 2] == 255);
}

TEST_CASE("overviews of a large scan are built into the cache with progress, and a stopped building leaves nothing")
{
    Picture const picture{5000};
    CHECK(geo::Scan{picture.file(), crs}.wants_overviews());
    auto const vrt = geo::overviews_for(picture.file(), picture.cache());
    CHECK_FALSE(geo::build_overviews(picture.file(), vrt, [](double) { return false; }));
    CHECK_FALSE(geo::has_overviews(vrt));
    CHECK(fs::is_empty(picture.cache()));
    double last = 0;
    CHECK(geo::build_overviews(picture.file(), vrt, [&](double done) {
        CHECK(done >= last);
        last = done;
        return true;
    }));
    CHECK(last == Approx(1));
    REQUIRE(geo::has_overviews(vrt));
    geo::Scan const quick{picture.file(), crs, vrt};
    CHECK_FALSE(quick.wants_overviews());
    CHECK(quick.width() == 5000);
}

TEST_CASE("another state of the same scan has other overviews")
{
    Picture const picture{200};
    auto const before = geo::overviews_for(picture.file(), picture.cache());
    std::ofstream{picture.file(), std::ios::app} << "x";
    CHECK(geo::overviews_for(picture.file(), picture.cache()) != before);
}

TEST_CASE("what is no picture is refused by name")
{
    CHECK_THROWS_WITH_AS((geo::Scan{"/nowhere/scan.tif", crs}), doctest::Contains("/nowhere/scan.tif"), geo::DataError);
}

TEST_CASE("a scan whose file says where it lies is laid by points that are given instead")
{
    Picture const picture{200};
    std::ofstream{fs::path{picture.file()}.replace_extension(".wld")} << "0.01\n0\n0\n-0.01\n10\n10\n";
    geo::Scan scan{picture.file(), crs};
    scan.lay(corners(200), geo::Fitting::affine, projection());
    auto const middle = projection().forward({49, 41});
    auto const reach = scan.extent();
    CHECK(reach.left < middle.x);
    CHECK(middle.x < reach.right);
    CHECK(reach.bottom < middle.y);
    CHECK(middle.y < reach.top);
}
