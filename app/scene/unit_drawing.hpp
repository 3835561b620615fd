#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Symbols and names of the units where the plan has room for them; where it has none, one small symbol on the spot
/// that says how many it stands for.
void draw_units(SceneInput const &in, LabelPlan const &plan, Scene &scene);

} // namespace app
