#pragma once

#include "geo/model/atlas.hpp"
#include "geo/project/projection.hpp"

namespace app {

/// What an action may need to know besides the state.
struct Surroundings
{
    geo::Atlas const &atlas;
    geo::Projection const &projection;
};

} // namespace app
