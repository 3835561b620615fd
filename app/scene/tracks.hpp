#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// The ways of the units of the world: those of the last day and a half in their side's colour, fading with age, with
/// an arrow head where a unit moves, the rest of its leg dashed, and the doubt about its position.
void draw_tracks(SceneInput const &in, std::vector<Item> &out);

/// Where a unit stands or moves, in pixels.
[[nodiscard]] ScreenPoint position_of(SceneInput const &in, geo::UnitState const &state);

} // namespace app
