#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Land, regions, relief, water, graticule, roads, railways, borders and fronts, from below.
void draw_ground(SceneInput const &in, std::vector<Item> &out);

} // namespace app
