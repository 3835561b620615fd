#pragma once

#include "geo/store/write_database.hpp"

#include <filesystem>

namespace geo {

/// Writes a new GeoPackage; the same atlas gives the same bytes. \pre nothing is there \throws DataError
void pack_geopackage(std::filesystem::path const &file, Packed const &packed);

/**
 * Writes the atlas to a PostGIS server, into the schema that the connection text names (schemas=…), else one named
 * after the atlas. One transaction: others see the old atlas or the new one, whole.
 * \return the schema
 * \throws DataError; the old atlas stays
 */
std::string pack_server(std::filesystem::path const &connection, Packed const &packed);

} // namespace geo
