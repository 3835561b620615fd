#pragma once

#include "geo/check/problem.hpp"
#include "geo/model/atlas.hpp"

#include <memory>

namespace geo {

struct RawAtlas;

/**
 * The only way to an Atlas: reads every field, resolves every reference, plans every trajectory, and reports all that
 * is wrong at once. Features with errors are left out of the atlas, so that it can still be looked at.
 */
[[nodiscard]] std::shared_ptr<Atlas const> build_atlas(RawAtlas const &raw, Problems &problems);

} // namespace geo
