#pragma once

#include "geo/project/projection.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace geo {

/// Shaded relief in the map plane: one grey a cell, rows from the north.
struct Shading
{
    unsigned width = 0;
    unsigned height = 0;
    double left = 0; ///< map metres of the outer edges
    double top = 0;
    double cell = 0;                ///< size of a cell, metres
    std::vector<std::uint8_t> grey; ///< 255 is flat ground: multiplied over a map it changes nothing
};

/**
 * Shades a raster of heights (metres), warped to the projection: light from the north-west at 45 degrees, slopes three
 * times as steep as they are (Horn 1981). What lies in `sea` (longitude and latitude) is flat.
 * \param cell size of a cell of the result, map metres
 * \throws DataError if the raster cannot be read or warped
 */
[[nodiscard]] Shading hillshade(std::filesystem::path const &relief, Projection const &projection, double cell,
                                MultiPolygon const &sea);

} // namespace geo
