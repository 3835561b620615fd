#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// The signs of what is in view and what they mean, on a plate in that corner of the free ground where it hides least.
struct Legend
{
    std::vector<Item> items;
    Rect plate; ///< empty where there is nothing to explain or no room for it
};

/// Once a picture: the ground it takes is then blocked for what comes after, the legend too.
[[nodiscard]] Legend build_legend(SceneInput const &in);
/// As a picture of its own, drawn after all that moves.
[[nodiscard]] Scene scene_of(Legend legend, Viewport const &viewport);

} // namespace app
