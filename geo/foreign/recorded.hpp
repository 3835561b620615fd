#pragma once

#include "geo/foreign/source.hpp"

#include <vector>

namespace geo {

/// Adds the place of a fix or an event: none in its own right, named by its degrees, never by itself on the map.
Index add_fix_place(std::vector<Place> &places, std::string id, LonLat at, GuestNumber guest);

/**
 * The trajectory of a recorded track: one leg for each stretch, with the time of every point. Between stretches and
 * nowhere else the unit is only last known. Its fixes stand at the ends of the stretches, at places that are none in
 * their own right: they are added to `places`, named by their degrees, and never exist on the map.
 */
[[nodiscard]] Trajectory record_track(std::vector<TrackPiece> pieces, Unit &unit, std::vector<Place> &places);

} // namespace geo
