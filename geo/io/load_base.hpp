#pragma once

#include "geo/check/problem.hpp"
#include "geo/model/base_map.hpp"

#include <filesystem>

namespace geo {

/// Loads the base map that a manifest (base.json) names. Unusable layers become problems.
/// \throws DataError if the manifest cannot be read.
[[nodiscard]] BaseMap load_base(std::filesystem::path const &manifest, Problems &problems);

} // namespace geo
