#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Scale bar in km and verst, north, graticule numbers and attribution, within the free part of the view.
void draw_furniture(SceneInput const &in, LabelPlacer &placer, std::vector<Item> &out);

} // namespace app
