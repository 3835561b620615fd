#pragma once

#include "geo/model/geometry.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

class OGRLayer;

namespace geo {

/// One feature or row as text, nothing interpreted.
struct RawFeature
{
    std::vector<std::string> values; ///< parallel to RawTable::fields; empty: absent
    Geometry geometry;
    std::string geometry_fault; ///< GDAL's or GEOS's words if the geometry cannot be used, else empty
};

/// A layer or table as read from disk or database.
struct RawTable
{
    std::string file; ///< as shown in messages
    std::vector<std::string> fields;
    std::vector<RawFeature> features;
};

/**
 * Reads a .geojson or .csv file whole. Faults of single geometries are kept with the feature.
 * \throws DataError if the file cannot be read.
 */
[[nodiscard]] RawTable read_table(std::filesystem::path const &file);

/// Reads a layer of an open dataset whole; the table is named after it. \throws std::runtime_error with GDAL's reason.
[[nodiscard]] RawTable read_layer(OGRLayer &layer);

} // namespace geo
