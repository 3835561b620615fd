#include "app/scene/label_plan.hpp"

#include "app/scene/build_scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {
ScreenPoint plan_point(Camera const &camera, geo::MapPoint at)
{
    return {static_cast<float>(std::round(at.x / camera.metres_per_pixel)),
            static_cast<float>(std::round(-at.y / camera.metres_per_pixel))};
}

ScreenPoint plan_shift(Camera const &camera, Viewport const &viewport)
{
    return {static_cast<float>(std::round(viewport.width / 2.0 - camera.centre.x / camera.metres_per_pixel)),
            static_cast<float>(std::round(viewport.height / 2.0 + camera.centre.y / camera.metres_per_pixel))};
}

UnitRun const *LabelPlan::run_of(geo::Index unit, geo::Instant at) const
{
    if (unit >= units.size()) {
        return nullptr;
    }
    auto const found = std::ranges::find_if(
        units[unit], [&](UnitRun const &run) { return run.span.begin <= at && at < run.span.end; });
    return found == units[unit].end() ? nullptr : &*found;
}

geo::Span planned_span(ViewerState const &view)
{
    auto const day = std::chrono::floor<std::chrono::days>(view.now);
    std::chrono::weekday const weekday{day};
    auto const monday = day - (weekday - std::chrono::Monday);
    return {geo::Instant{monday}, geo::Instant{monday + std::chrono::days{7}}};
}

std::string plan_key(SceneInput const &in)
{
    auto const span = planned_span(in.view);
    return fmt::format("{} {} {} {} {} {}", in.view.camera.metres_per_pixel, in.view.language,
                       fmt::join(in.view.hidden, ","), span.begin.time_since_epoch().count(),
                       span.end.time_since_epoch().count(), in.view.style);
}

bool still_holds(LabelPlan const &plan, SceneInput const &in)
{
    return plan.atlas == in.map.atlas && plan.key == plan_key(in);
}

std::shared_ptr<LabelPlan const> plan_labels(SceneInput const &in)
{
    auto plan = std::make_shared<LabelPlan>();
    plan->key = plan_key(in);
    plan->atlas = in.map.atlas;
    plan->span = planned_span(in.view);
    LabelPlacer placer{in.fonts};
    if (!in.view.hidden.contains("units")) {
        plan->courses = sample_units(in, plan->span);
    }
    auto const corridors = unit_corridors(in, plan->courses);
    std::ranges::for_each(corridors, [&](Rect const &rect) { placer.avoid(rect); });
    plan->labels = plan_names(in, plan->span, corridors, placer);
    plan->units = plan_units(in, plan->courses, placer);
    return plan;
}

} // namespace app
