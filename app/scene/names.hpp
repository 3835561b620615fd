#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Marks of places, then all planned names that are in view and that nothing in front of the map would cut.
void draw_names(SceneInput const &in, LabelPlan const &plan, BaseScene &base);

} // namespace app
