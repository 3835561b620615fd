#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace geo {

/// What kind of home an atlas may have.
enum class Home { folder, geopackage, server };

/// By the look of it: an existing folder, a name that ends in .gpkg, or a connection text of GDAL ("PG:dbname=…").
[[nodiscard]] std::optional<Home> home_of(std::filesystem::path const &where);

/// The location as it may be shown and logged: without a password.
[[nodiscard]] std::string shown(std::filesystem::path const &where);

} // namespace geo
