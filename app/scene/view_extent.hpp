#pragma once

#include "app/state/viewer_state.hpp"

#include "geo/export/exported.hpp"
#include "geo/project/projection.hpp"

namespace app {

/// What of the map is in view, in degrees.
[[nodiscard]] geo::Box view_extent(ViewerState const &state, geo::Projection const &projection);

/// What the view shows, to be exported: its extent, the layers that are switched on, the time of its ruler.
[[nodiscard]] geo::ExportChoice choice_of_view(ViewerState const &state, geo::Projection const &projection);

} // namespace app
