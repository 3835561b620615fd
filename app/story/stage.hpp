#pragma once

#include "app/scene/labels.hpp"
#include "app/state/viewer_state.hpp"

#include "geo/model/atlas.hpp"
#include "geo/project/projection.hpp"

namespace app {

/// How the view is shared while a story is told: its panel, and what of the map nothing covers. Pixels.
struct Stage
{
    Rect panel;
    Rect map;
};

/// In the viewer the panel is a sheet of paper at the left between title and timeline; for a projector it is the left
/// part of the picture, as wide as the longest of the step's texts needs.
[[nodiscard]] Stage stage_of(ViewerState const &state, geo::Atlas const &atlas);

/// Width of the sheet that stories and quizzes lie on in the viewer, pixels.
[[nodiscard]] float story_sheet_width(ViewerState const &state);

/// The size of the type that can be read from eight screen heights away, pixels: 1/25 of the height.
[[nodiscard]] float slide_type(Viewport const &viewport);

/// How much larger than in the viewer type and signs of the map are on a slide, so that they can be read from where its
/// text can.
[[nodiscard]] float slide_map_scale(Viewport const &viewport);

/// The camera with which another view shows what is seen on the map of this one.
[[nodiscard]] Camera seen_on(ViewerState const &other, Stage const &its_stage, ViewerState const &state,
                             Stage const &stage);

/// The camera that shows the whole extent within a part of the view.
[[nodiscard]] Camera fit_within(geo::Projection const &projection, geo::Box const &extent, Viewport const &viewport,
                                Rect const &part);

} // namespace app
