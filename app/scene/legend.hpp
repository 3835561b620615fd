#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// The signs of what is in view and what they mean, on a plate in that corner of the free ground where it hides least.
struct Legend
{
    std::vector<Item> items;
    Rect plate; ///< empty where there is nothing to explain or no room for it
};

[[nodiscard]] Legend build_legend(SceneInput const &in);
/// Drawn after all that moves.
[[nodiscard]] Scene legend_scene(SceneInput const &in);

} // namespace app
