#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Places are shown down to this rank at a scale.
[[nodiscard]] constexpr int deepest_rank(double denominator)
{
    return denominator < 260'000     ? 5
           : denominator < 750'000   ? 4
           : denominator < 2'300'000 ? 3
           : denominator < 7'000'000 ? 2
                                     : 1;
}

/// The name of a place, and below it the name of the period where that says more.
[[nodiscard]] LabelWish wish_for_place(SceneInput const &in, geo::Place const &place, ScreenPoint at);

} // namespace app
