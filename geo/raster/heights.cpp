#include "geo/raster/heights.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/gdal.hpp"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>

namespace geo {

Heights::Heights(std::filesystem::path const &relief)
{
    auto const dataset = open_raster(relief);
    ErrorTrap const errors;
    std::array<double, 6> transform{};
    auto const *const system = dataset->GetSpatialRef();
    if (dataset->GetGeoTransform(transform.data()) != CE_None ||
        GDALInvGeoTransform(transform.data(), m_inverse.data()) == 0 ||
        (system != nullptr && !system->IsGeographic())) {
        throw DataError{relief, "is not laid out in degrees, so no height can be read from it; warp it to EPSG:4326"};
    }
    m_width = dataset->GetRasterXSize();
    m_height = dataset->GetRasterYSize();
    m_values.resize(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height));
    auto *const band = dataset->GetRasterBand(1);
    if (band->RasterIO(GF_Read, 0, 0, m_width, m_height, m_values.data(), m_width, m_height, GDT_Float32, 0, 0) !=
        CE_None) {
        throw DataError{relief, "cannot be read: " + errors.reason()};
    }
    int has = 0;
    double const none = band->GetNoDataValue(&has);
    if (has != 0) {
        m_none = none;
    }
}

std::optional<double> Heights::cell(int column, int row) const
{
    if (column < 0 || row < 0 || column >= m_width || row >= m_height) {
        return std::nullopt;
    }
    double const value = static_cast<double>(
        m_values[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(column)]);
    return m_none && value == *m_none ? std::nullopt : std::optional{value};
}

std::optional<Height> Heights::at(LonLat p) const
{
    double const x = m_inverse[0] + m_inverse[1] * p.lon + m_inverse[2] * p.lat - 0.5;
    double const y = m_inverse[3] + m_inverse[4] * p.lon + m_inverse[5] * p.lat - 0.5;
    int const column = static_cast<int>(std::floor(x));
    int const row = static_cast<int>(std::floor(y));
    auto const a = cell(column, row);
    auto const b = cell(column + 1, row);
    auto const c = cell(column, row + 1);
    auto const d = cell(column + 1, row + 1);
    if (!a || !b || !c || !d) {
        return std::nullopt;
    }
    double low = 1e9;
    double high = -1e9;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            if (auto const v = cell(static_cast<int>(std::lround(x)) + dx, static_cast<int>(std::lround(y)) + dy)) {
                low = std::min(low, *v);
                high = std::max(high, *v);
            }
        }
    }
    double const upper = std::lerp(*a, *b, x - column);
    double const lower = std::lerp(*c, *d, x - column);
    return Height{std::lerp(upper, lower, y - row), std::max(0.0, (high - low) / 2)};
}

} // namespace geo
