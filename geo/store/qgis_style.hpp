#pragma once

#include "geo/model/atlas.hpp"

#include <string>
#include <utility>
#include <vector>

namespace geo {

/// Styles (QML of QGIS 3.22) by layer of a pack: colours of the atlas, names, and the temporal settings by which the
/// Temporal Controller shows t_begin to t_end.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> qgis_styles(AtlasInfo const &info);

} // namespace geo
