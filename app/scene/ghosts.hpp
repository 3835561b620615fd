#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Units as other accounts have them, pale beside where the atlas has them: only where and while the two differ.
void draw_ghosts(SceneInput const &in, Scene &scene);

} // namespace app
