#pragma once

#include "app/scene/labels.hpp"
#include "app/state/viewer_state.hpp"

#include "geo/state/world_state.hpp"

#include <memory>
#include <string>
#include <vector>

namespace app {

struct SceneInput;

/**
 * The plane in which labels are planned: pixels at the scale of the camera, from the origin of the projection, on whole
 * pixels. A plan holds for every view of that scale, so that labels stand still while the map is dragged.
 */
[[nodiscard]] ScreenPoint plan_point(Camera const &camera, geo::MapPoint at);
/// What to add to a point of the plan to have it in the view: whole pixels.
[[nodiscard]] ScreenPoint plan_shift(Camera const &camera, Viewport const &viewport);

/// A name that stands still on the map: of a place, a land, a water or a range.
struct PlannedLabel
{
    enum class Owner { place, land, nature };
    Owner owner = Owner::nature;
    geo::Indices of;          ///< the place, or the regions of which one must hold; ascending
    Rect box;                 ///< all of it
    std::vector<Rect> ground; ///< what it covers
    std::vector<Text> texts;
};

/// For so long the label of a unit stands at this offset from the unit: its top left corner.
struct UnitRun
{
    geo::Span span;
    ScreenPoint offset;
};

/// Where all units are, step by step through a span, in pixels of the plan.
struct UnitCourses
{
    geo::Instant begin{};
    geo::Seconds step{};
    std::vector<std::vector<std::optional<ScreenPoint>>> at; ///< by unit, by step; one step more than there are spans
};

/// Where labels stand at one scale through a span of time.
struct LabelPlan
{
    std::string key;                         ///< plan_key() of what it was made for
    std::shared_ptr<geo::Atlas const> atlas; ///< likewise
    geo::Span span;
    std::vector<PlannedLabel> labels;
    UnitCourses courses;                     ///< empty where units are hidden or too many to name
    std::vector<std::vector<UnitRun>> units; ///< by unit, in order of time; where there is none the label is hidden

    /// The run that holds at an instant; null: hidden.
    [[nodiscard]] UnitRun const *run_of(geo::Index unit, geo::Instant at) const;
};

/// The time that a plan made now covers: the week, from Monday. It hangs on the date alone, so that a view looks the same
/// however the reader came to it.
[[nodiscard]] geo::Span planned_span(ViewerState const &view);
/// Whether plan_labels would give this plan again.
[[nodiscard]] bool still_holds(LabelPlan const &plan, SceneInput const &in);
/// Changes exactly when plan_labels would give another plan of the same atlas.
[[nodiscard]] std::string plan_key(SceneInput const &in);
[[nodiscard]] std::shared_ptr<LabelPlan const> plan_labels(SceneInput const &in);

// The two halves of planning.

/// Names that stand still, the important first. Seas give way to the `corridors` of units.
[[nodiscard]] std::vector<PlannedLabel> plan_names(SceneInput const &in, geo::Span span,
                                                   std::vector<Rect> const &corridors, LabelPlacer &placer);

/// Where all units are through a span.
[[nodiscard]] UnitCourses sample_units(SceneInput const &in, geo::Span span);

/// Labels of units: each keeps its offset as long as it can and comes and goes at most twice.
[[nodiscard]] std::vector<std::vector<UnitRun>> plan_units(SceneInput const &in, UnitCourses const &courses,
                                                           LabelPlacer const &names);
/// Ground that the labels of moving units are likely to pass over.
[[nodiscard]] std::vector<Rect> unit_corridors(SceneInput const &in, UnitCourses const &courses);

} // namespace app
