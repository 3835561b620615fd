#pragma once

#include "geo/check/problem.hpp"
#include "geo/io/json_reader.hpp"
#include "geo/io/raw_table.hpp"
#include "geo/model/base_map.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace geo {

/// A base map as its store gives it.
struct RawBase
{
    Json manifest;                                        ///< base.json as it stands
    std::vector<std::pair<std::string, RawTable>> tables; ///< by role
    std::string relief_name;                              ///< file name of the relief, or empty
    std::string relief_path;                              ///< where GDAL finds it
    std::string prepared;                                 ///< of a pack: see Packed
};

/// \throws DataError if the manifest or pack cannot be read.
[[nodiscard]] RawBase read_raw_base(std::filesystem::path const &where, Problems &problems);

/// The base map of what was read. Unusable fields become problems.
[[nodiscard]] BaseMap build_base(RawBase raw, Problems &problems);

/// Loads a base map from its manifest (base.json), or from the pack that carries it. Unusable layers become problems.
/// \throws DataError if the manifest or pack cannot be read.
[[nodiscard]] BaseMap load_base(std::filesystem::path const &where, Problems &problems);

} // namespace geo
