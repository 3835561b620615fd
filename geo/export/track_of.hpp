#pragma once

#include "geo/foreign/source.hpp"
#include "geo/model/atlas.hpp"

#include <vector>

namespace geo {

/**
 * Where a unit is within a bounded span, as stretches of timed points between which it moves straight on at constant
 * speed: its own fixes and ways, and before them those of the unit it travels with. State read from them is that of the
 * atlas. Of the half-open span the last second is the last one with a point.
 */
[[nodiscard]] std::vector<TrackPiece> track_of(Atlas const &atlas, Index unit, Span const &within);

} // namespace geo
