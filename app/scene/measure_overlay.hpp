#pragma once

#include "app/scene/build_scene.hpp"

#include "geo/project/projection.hpp"

namespace app {

/// What is being measured, over the map: the course or area with its points and the length of each stretch.
[[nodiscard]] Scene build_measure(SceneInput const &in, geo::Projection const &projection);

} // namespace app
