#pragma once

#include "app/scene/build_scene.hpp"

#include <vector>

namespace app {

/// A complete picture of the map without panels: for files, films and pages.
struct Picture
{
    BaseScene base;
    Scene furniture;
    Scene moving;
    Scene plate; ///< title, date and legend; empty if none was wanted
    /// The scenes in the order in which they are painted.
    [[nodiscard]] std::vector<Scene const *> layers() const { return {&base.scene, &furniture, &moving, &plate}; }
};

enum class Plate { shown, none };

[[nodiscard]] Picture compose(SceneInput in, Plate plate = Plate::shown);

} // namespace app
