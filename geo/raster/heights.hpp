#pragma once

#include "geo/model/geometry.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <vector>

namespace geo {

/// A height read from a relief, and how far the ground about it departs from it.
struct Height
{
    double metres = 0;
    double spread_m = 0; ///< half the range of the nine cells about the point
};

/**
 * A raster of heights held in memory, asked by longitude and latitude. Coarse relief says little on steep ground: the
 * spread tells how little.
 */
class Heights
{
public:
    /// \throws DataError if the raster cannot be read or is not in degrees of longitude and latitude
    explicit Heights(std::filesystem::path const &relief);

    /// Bilinear between the centres of four cells; nothing outside the raster or where it holds no height.
    [[nodiscard]] std::optional<Height> at(LonLat p) const;

private:
    [[nodiscard]] std::optional<double> cell(int column, int row) const;

    int m_width = 0;
    int m_height = 0;
    std::array<double, 6> m_inverse{}; ///< degrees to columns and rows
    std::vector<float> m_values;
    std::optional<double> m_none;
};

} // namespace geo
