#pragma once

#include "geo/foreign/source.hpp"

#include <vector>

namespace geo {

// Whether something reaches into an extent, by the boxes of its segments: never no where it does.

[[nodiscard]] bool reaches(LonLat at, Box const &extent);
[[nodiscard]] bool reaches(LineString const &line, Box const &extent);
[[nodiscard]] bool reaches(MultiLine const &lines, Box const &extent);
/// By the box of each shell, since an extent may lie wholly within an area.
[[nodiscard]] bool reaches(MultiPolygon const &areas, Box const &extent);
[[nodiscard]] bool reaches(std::vector<TrackPiece> const &track, Box const &extent);

} // namespace geo
