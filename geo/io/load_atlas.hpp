#pragma once

#include "geo/check/problem.hpp"
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
 * Loads an atlas folder. Bad data become problems, each with its line; loading goes on.
 * \throws DataError if the folder or its atlas.json cannot be read at all.
 */
[[nodiscard]] LoadResult load_atlas(std::filesystem::path const &folder, Progress const &progress = {},
                                    std::stop_token const &stop = {});

} // namespace geo
