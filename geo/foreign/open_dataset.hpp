#pragma once

#include "geo/io/gdal.hpp"

#include <filesystem>
#include <string>

namespace geo {

// Include this only from .cpp files of geo/foreign.

/// No driver may reach the network while this lives.
struct Offline
{
    ThreadSetting no_addresses{"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "none.allowed"};
    ThreadSetting no_extensions{"OGR_SQLITE_LOAD_EXTENSIONS", nullptr};
    ThreadSetting no_references{"GML_SKIP_RESOLVE_ELEMS", "ALL"};
    ThreadSetting no_grids{"PROJ_NETWORK", "OFF"};
};

/// Opens somebody's file of places, lines or areas, or a server's tables, read-only, with drivers that keep to it.
/// \throws DataError with GDAL's reason
[[nodiscard]] DatasetPtr open_foreign_dataset(std::filesystem::path const &file);

/// Tables that a GeoPackage or a database holds about itself, or that our packs hold beside the atlas.
[[nodiscard]] bool is_bookkeeping(std::string const &table);

} // namespace geo
