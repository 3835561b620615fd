#pragma once

#include "geo/check/problem.hpp"
#include "geo/io/raw_atlas.hpp"
#include "geo/model/atlas.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

namespace geo {

struct LoadResult
{
    std::shared_ptr<Atlas const> atlas; ///< without the features that have errors; null only if loading was stopped
    Problems problems;
};

/// Called with the share done (0 to 1) on the loading thread.
using Progress = std::function<void(double)>;

/**
 * Loads an atlas from a folder, a GeoPackage (.gpkg) or a PostGIS server ("PG:…", as GDAL writes connections). Bad data
 * become problems, each with its line; loading goes on.
 * \throws DataError if it cannot be read at all or is of a newer format
 */
[[nodiscard]] LoadResult load_atlas(std::filesystem::path const &where, Progress const &progress = {},
                                    std::stop_token const &stop = {});

/// True for a folder, a server, and a GeoPackage that holds an atlas: what load_atlas would try to open.
[[nodiscard]] bool is_atlas(std::filesystem::path const &where);

/// The first half of it: what the store holds, nothing resolved. \throws DataError likewise
[[nodiscard]] RawAtlas read_raw(std::filesystem::path const &where, Problems &problems);

} // namespace geo
