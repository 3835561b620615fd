#pragma once

#include "geo/io/gdal.hpp"

#include <filesystem>
#include <string>

namespace geo {

/**
 * Opens a GeoPackage or, for "PG:…", a PostGIS server.
 * \throws DataError saying what to do: no such file, no server there, refused password, no such database
 */
[[nodiscard]] DatasetPtr open_database(std::filesystem::path const &where, bool for_writing = false);

/// The schema that a connection text names by "schemas=" or "active_schema=", or "".
[[nodiscard]] std::string schema_in(std::filesystem::path const &where);

/// The connection text without those two, so that GDAL looks into no schema by itself.
[[nodiscard]] std::string without_schema(std::filesystem::path const &where);

} // namespace geo
