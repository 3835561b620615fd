#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Tints and borders that a change of hands has just ended, fading out over the new ones. Only while the clock runs: a
/// picture at rest shows what holds.
void draw_fading(SceneInput const &in, std::vector<Item> &out);

} // namespace app
