#include "app/scene/view_extent.hpp"

#include "app/scene/camera.hpp"

#include <algorithm>

namespace app {

geo::Box view_extent(ViewerState const &state, geo::Projection const &projection)
{
    geo::Box box{180, 90, -180, -90};
    auto const w = static_cast<float>(state.viewport.width);
    auto const h = static_cast<float>(state.viewport.height);
    for (ScreenPoint const corner : {ScreenPoint{0, 0}, {w / 2, 0}, {w, 0}, {0, h}, {w / 2, h}, {w, h}}) {
        auto const at = projection.inverse(to_map(state.camera, state.viewport, corner));
        box = {std::min(box.west, at.lon), std::min(box.south, at.lat), std::max(box.east, at.lon),
               std::max(box.north, at.lat)};
    }
    return box;
}

geo::ExportChoice choice_of_view(ViewerState const &state, geo::Projection const &projection)
{
    return {view_extent(state, projection), state.ruler, state.hidden, state.language};
}

} // namespace app
