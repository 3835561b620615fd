#pragma once

#include <cstddef>
#include <filesystem>

namespace geo {

/// Reads every feature of every layer, as GDAL alone does it, and keeps none: what loading times are compared with.
/// \return their number \throws DataError
std::size_t read_and_forget(std::filesystem::path const &file);

} // namespace geo
