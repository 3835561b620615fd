#include "geo/raster/hillshade.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/gdal.hpp"

#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

namespace geo {
namespace {

/// Marks cells that the relief does not reach.
constexpr char const *no_height = "-32768";
constexpr float lowest_height = -32000;

DatasetPtr warped(std::filesystem::path const &relief, Projection const &projection, double cell)
{
    auto const source = open_raster(relief);
    ErrorTrap const errors;
    CPLStringList words;
    auto const size = std::to_string(cell);
    for (auto const *word : {"-of", "MEM", "-t_srs", projection.definition().c_str(), "-r", "cubicspline", "-ot",
                             "Float32", "-tr", size.c_str(), size.c_str(), "-dstnodata", no_height}) {
        words.AddString(word);
    }
    auto *const options = GDALWarpAppOptionsNew(words.List(), nullptr);
    GDALDatasetH handle = source.get();
    DatasetPtr result{GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &handle, options, nullptr))};
    GDALWarpAppOptionsFree(options);
    if (!result) {
        throw DataError{relief, "cannot be warped to the projection of the atlas: " + errors.reason()};
    }
    return result;
}

/// Burns a value where the sea is, in a raster of its own.
std::vector<std::uint8_t> sea_mask(GDALDataset &like, Projection const &projection, MultiPolygon const &sea)
{
    int const width = like.GetRasterXSize();
    int const height = like.GetRasterYSize();
    DatasetPtr const mask{
        GetGDALDriverManager()->GetDriverByName("MEM")->Create("", width, height, 1, GDT_Byte, nullptr)};
    std::array<double, 6> transform{};
    like.GetGeoTransform(transform.data());
    mask->SetGeoTransform(transform.data());
    OGRMultiPolygon shapes;
    for (auto const &polygon : sea) {
        OGRPolygon shape;
        for (auto const &ring : polygon) {
            OGRLinearRing line;
            for (auto const &p : ring) {
                auto const at = projection.forward(p);
                line.addPoint(at.x, at.y);
            }
            shape.addRing(&line);
        }
        shapes.addGeometry(&shape);
    }
    std::vector<std::uint8_t> cells(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    int band = 1;
    double value = 1;
    OGRGeometryH geometry = OGRGeometry::ToHandle(&shapes);
    GDALRasterizeGeometries(mask.get(), 1, &band, 1, &geometry, nullptr, nullptr, &value, nullptr, nullptr, nullptr);
    if (mask->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, width, height, cells.data(), width, height, GDT_Byte, 0, 0) !=
        CE_None) {
        std::ranges::fill(cells, std::uint8_t{0}); // a raster in memory; should it ever fail, the sea is shaded too
    }
    return cells;
}

/// Grey of one cell from its eight neighbours' heights (Horn's gradient).
std::uint8_t shade(std::vector<float> const &heights, std::size_t at, std::size_t width, double cell)
{
    auto const h = [&](int row, int column) {
        return static_cast<double>(
            heights[at + static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column)]);
    };
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            if (h(row, column) < lowest_height) {
                return 255; // the rim of the relief is no cliff
            }
        }
    }
    constexpr double steeper = 3;
    double const dx = ((h(0, 2) + 2 * h(1, 2) + h(2, 2)) - (h(0, 0) + 2 * h(1, 0) + h(2, 0))) / (8 * cell) * steeper;
    double const dy = ((h(2, 0) + 2 * h(2, 1) + h(2, 2)) - (h(0, 0) + 2 * h(0, 1) + h(0, 2))) / (8 * cell) * steeper;
    // The light comes from the north-west, 45 degrees high; flat ground has the sine of that.
    double const flat = std::numbers::sqrt2 / 2;
    double const light = (flat + (dx + dy) / 2) / std::sqrt(1 + dx * dx + dy * dy);
    // Half strength: shadows go down to a warm grey, lit slopes stay white.
    double const grey = 1 - std::clamp((flat - light) * 0.62, 0.0, 0.5);
    return static_cast<std::uint8_t>(std::lround(255 * grey));
}

} // namespace

Shading hillshade(std::filesystem::path const &relief, Projection const &projection, double cell,
                  MultiPolygon const &sea)
{
    auto const dataset = warped(relief, projection, cell);
    auto const width = static_cast<std::size_t>(dataset->GetRasterXSize());
    auto const height = static_cast<std::size_t>(dataset->GetRasterYSize());
    std::vector<float> heights(width * height);
    if (dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, static_cast<int>(width), static_cast<int>(height),
                                            heights.data(), static_cast<int>(width), static_cast<int>(height),
                                            GDT_Float32, 0, 0) != CE_None) {
        throw DataError{relief, "cannot be read"};
    }
    auto const wet = sea_mask(*dataset, projection, sea);
    std::array<double, 6> transform{};
    dataset->GetGeoTransform(transform.data());
    Shading result{static_cast<unsigned>(width),
                   static_cast<unsigned>(height),
                   transform[0],
                   transform[3],
                   cell,
                   std::vector<std::uint8_t>(width * height, 255)};
    for (std::size_t y = 1; y + 1 < height; ++y) {
        for (std::size_t x = 1; x + 1 < width; ++x) {
            auto const i = y * width + x;
            if (wet[i] == 0) {
                result.grey[i] = shade(heights, i - width - 1, width, cell);
            }
        }
    }
    return result;
}

} // namespace geo
