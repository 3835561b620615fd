#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// What an answered question shows on the map: the right place with its name, and the way there from the guess.
[[nodiscard]] Scene build_quiz_marks(SceneInput const &in);

} // namespace app
