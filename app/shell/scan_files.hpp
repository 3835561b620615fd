#pragma once

#include "app/state/desk.hpp"

#include "geo/project/projection.hpp"

#include <filesystem>
#include <vector>

namespace app {

/// True for a picture: a raster that GDAL reads and that is no file of places, lines or areas.
[[nodiscard]] bool is_scan(std::filesystem::path const &file);

/// The scan with the control points that lie beside it. \throws geo::DataError if they cannot be read
[[nodiscard]] DeskScan scan_of(std::filesystem::path const &file);

/**
 * Writes the control points beside the scan, each file whole or not at all: the points, a VRT that carries them, and,
 * for an affine fit of a scan that itself does not say where it lies, a world file.
 * \return what was written \throws std::runtime_error naming what could not be
 */
std::vector<std::filesystem::path> save_scan(DeskScan const &scan, geo::Projection const &projection);

} // namespace app
