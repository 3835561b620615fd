#pragma once

#include "geo/model/atlas.hpp"

#include <vector>

namespace app {

/// A polity with the extent of what it holds, for keys that bring the map there.
struct Land
{
    std::size_t polity = 0; ///< into AtlasInfo::polities
    geo::Box extent;
};

/// The polities that hold land at a time, in the order of atlas.json, at most nine. What reaches beyond the atlas's
/// home extent is cut off there.
[[nodiscard]] std::vector<Land> lands_of(geo::Atlas const &atlas, geo::Instant t);

} // namespace app
