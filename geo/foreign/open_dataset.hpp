#pragma once

#include "geo/io/gdal.hpp"

#include <filesystem>
#include <string>

namespace geo {

// Include this only from .cpp files of geo/foreign.

/// No driver may reach the network while this lives.
class Offline
{
public:
    Offline();
    ~Offline();
    Offline(Offline const &) = delete;
    Offline &operator=(Offline const &) = delete;
};

/// Opens somebody's file of places, lines or areas, or a server's tables, read-only, with drivers that keep to it.
/// \throws DataError with GDAL's reason
[[nodiscard]] DatasetPtr open_foreign_dataset(std::filesystem::path const &file);

/// Tables that a GeoPackage or a database holds about itself, or that our packs hold beside the atlas.
[[nodiscard]] bool is_bookkeeping(std::string const &table);

} // namespace geo
