#pragma once

#include "geo/foreign/source.hpp"

#include <memory>
#include <vector>

namespace geo {

/**
 * The atlas with the features of foreign files added, each layer as a guest: points become places, or events where they
 * have one time; lines, areas and tracks become lines, regions and units. All else of the atlas stays as it is.
 * \param atlas null: the files make an atlas of their own, whose span and extent are theirs
 */
[[nodiscard]] std::shared_ptr<Atlas const> build_with_guests(Atlas const *atlas, std::vector<ForeignSource> sources);

} // namespace geo
