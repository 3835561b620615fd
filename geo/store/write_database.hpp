#pragma once

#include "geo/io/raw_atlas.hpp"
#include "geo/model/atlas.hpp"
#include "geo/store/load_base.hpp"

#include <string>

class GDALDataset;

namespace geo {

/// What is packed: the atlas as read, the same resolved, and the base map if it has one.
struct Packed
{
    RawAtlas const &raw;
    Atlas const &atlas;
    RawBase const *base = nullptr;
    std::string prepared{}; ///< stored as it is for whoever draws the base map: it knows whether it still fits
};

/// Ends the name of a schema that is still being written; the swap takes it off.
constexpr char const *fresh_suffix = "__new";

/**
 * Writes all tables of a pack into an open dataset: those of the data format as authored, with begin_s, end_s (seconds
 * since 1970) and t_begin, t_end (datetime, null before year 1) beside; `trajectories` (LINESTRING M, M = seconds since
 * 1970), `legs` and `map_regions` (regions without the sea) for other programs; `layer_styles` for QGIS.
 * \param schema where to write on a PostGIS server, empty for a GeoPackage
 * \throws std::runtime_error with GDAL's reason
 */
void write_database(GDALDataset &dataset, std::string const &schema, Packed const &packed);

} // namespace geo
