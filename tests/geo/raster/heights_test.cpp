#include "support/temporary_folder.hpp"

#include "support/text.hpp"

#include "geo/io/data_error.hpp"
#include "geo/raster/heights.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using doctest::Approx;

namespace {

/// A raster of 3×3 cells of one degree, its north-west corner at 48° E 43° N; removed with the object.
class Raster
{
public:
    Raster()
    {
        std::ofstream{m_file} << "ncols 3\nnrows 3\nxllcorner 48\nyllcorner 40\ncellsize 1\nNODATA_value -9999\n"
                                 "0 10 20\n30 40 50\n60 70 -9999\n";
    }
    [[nodiscard]] std::filesystem::path const &file() const { return m_file; }

private:
    test::TemporaryFolder m_folder; // of its own: tests run side by side
    std::filesystem::path m_file = m_folder.path() / "heights.asc";
};

} // namespace

TEST_CASE("a height is that of the cell at its centre and lies between cells elsewhere")
{
    Raster const raster;
    geo::Heights const heights{raster.file()};
    CHECK(heights.at({49.5, 41.5 + 1e-9})->metres == Approx(40));
    CHECK(heights.at({49.0, 42.0})->metres == Approx(20)); // amid 0, 10, 30 and 40
    CHECK(heights.at({48.6, 42.4})->spread_m == Approx(20));
}

TEST_CASE("where the relief holds nothing there is no height")
{
    Raster const raster;
    geo::Heights const heights{raster.file()};
    CHECK_FALSE(heights.at({10, 10}));
    CHECK_FALSE(heights.at({50.2, 40.8})); // beside the empty cell
}

TEST_CASE("a relief that is not in degrees or not there is refused by name")
{
    CHECK_THROWS_WITH_AS(geo::Heights{"/nowhere/relief.tif"}, doctest::Contains("/nowhere/relief.tif"), geo::DataError);
}
