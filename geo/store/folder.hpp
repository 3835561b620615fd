#pragma once

#include "geo/io/raw_atlas.hpp"

#include <filesystem>

namespace geo {

/**
 * Reads an atlas folder. Files that cannot be read become problems, each with its line; the others are still read.
 * \throws DataError if the folder or its atlas.json cannot be read at all, or is of a newer format
 */
[[nodiscard]] RawAtlas read_folder(std::filesystem::path const &folder, Problems &problems);

} // namespace geo
