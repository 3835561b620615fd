#pragma once

#include "geo/model/geometry.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// What one layer of any vector file holds.
struct LayerSummary
{
    std::string name;
    long features = 0;
    std::string geometry; ///< GDAL's word
    std::string time;     ///< fields that look like dates, ";"-separated
    long without_geometry = 0;
};

struct FileSummary
{
    std::string driver;
    std::vector<LayerSummary> layers;
    std::optional<Box> extent; ///< of all layers, WGS 84 if their CRS is known
};

/// Looks into any vector source that GDAL reads. \throws DataError with GDAL's reason.
[[nodiscard]] FileSummary inspect(std::filesystem::path const &file);

} // namespace geo
