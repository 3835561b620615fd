#pragma once

#include "app/i18n/texts.hpp"
#include "app/scene/font_metrics.hpp"
#include "app/scene/label_plan.hpp"
#include "app/scene/labels.hpp"
#include "app/scene/map_model.hpp"
#include "app/scene/style.hpp"

#include "geo/state/world_state.hpp"

#include <string>
#include <vector>

namespace app {

/// Everything a picture is made of.
struct SceneInput
{
    MapModel const &map;
    geo::WorldState const &world;
    ViewerState const &view;
    Style const &style;
    FontMetrics const &fonts;
    Texts const &texts;
    Rect free;                 ///< what of the view no panel covers: furniture stays in it
    std::vector<Rect> blocked; ///< ground within it that something else will cover
    /// A plan of labels to use again while it holds; without one, or with another, it is made.
    std::shared_ptr<LabelPlan const> plan = {};
    /// Where names of lands and waters stand whole, if the picture reaches beyond what will be seen of it.
    std::optional<Rect> seen = {};
    [[nodiscard]] Rect room_for_large_names() const { return seen.value_or(free); }
};

/// The part that time does not change from frame to frame: land, water, borders, lines, places, letters.
struct BaseScene
{
    Scene scene;
    std::vector<Rect> taken; ///< ground that its labels cover
    std::shared_ptr<LabelPlan const> plan;
};

[[nodiscard]] BaseScene build_base(SceneInput const &in);
/// Changes exactly when build_base would give another picture for the same camera.
[[nodiscard]] std::string base_key(SceneInput const &in);

/// Scale bars, north, degrees and attribution: what stays in its corner while the map moves.
[[nodiscard]] Scene build_furniture(SceneInput const &in, BaseScene const &base, Rect const &legend);
/// The ground that most of the furniture covers: names keep off it.
[[nodiscard]] Rect furniture_rect(SceneInput const &in);

/// The part that moves: tracks, units, events.
[[nodiscard]] Scene build_moving(SceneInput const &in, BaseScene const &base);

/// Title, date and clock as a plate in the corner: for pictures that have no panels.
[[nodiscard]] Scene build_plate(SceneInput const &in);
/// The ground that the plate covers.
[[nodiscard]] Rect plate_rect(Scene const &plate);

/// What lies under a point; of the moving scene first.
[[nodiscard]] Selection hit_test(Scene const &base, Scene const &moving, ScreenPoint at);

/// Names of the layers that can be switched off, in the order of the list; they are message ids of the interface.
[[nodiscard]] std::vector<std::string> const &layer_names();

} // namespace app
