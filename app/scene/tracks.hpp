#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// The ways of the units of the world: those of the last day and a half in their side's colour, fading with age, with
/// an arrow head where a unit moves, the rest of its leg dashed, and the doubt about its position.
void draw_tracks(SceneInput const &in, std::vector<Item> &out);

/// Where a unit stands or moves, on the plane of the map and in pixels.
[[nodiscard]] geo::MapPoint map_position(MapModel const &map, geo::UnitState const &state);
[[nodiscard]] ScreenPoint position_of(SceneInput const &in, geo::UnitState const &state);

} // namespace app
