#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Places with their marks and names, then the letters of polities, waters and mountains where room is left.
void draw_names(SceneInput const &in, LabelPlacer &placer, Scene &scene);

} // namespace app
