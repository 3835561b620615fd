#pragma once

#include "app/scene/build_scene.hpp"
#include "app/scene/tracks.hpp"

namespace app {

/// Symbols and names of the units where the plan has room for them; where it has none, one small symbol on the spot
/// that says how many it stands for. The more units are in view the wider about each such symbol.
void draw_units(SceneInput const &in, LabelPlan const &plan, std::vector<UnitSpot> const &spots, Scene &scene);

} // namespace app
