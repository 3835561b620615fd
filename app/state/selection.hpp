#pragma once

#include "app/scene/scene.hpp"

#include "geo/model/atlas.hpp"

namespace app {

/// The one thing of the atlas that is looked at closely.
struct Selection
{
    Kind kind = Kind::none;
    geo::Index index = 0;
    friend bool operator==(Selection const &, Selection const &) = default;
};

} // namespace app
