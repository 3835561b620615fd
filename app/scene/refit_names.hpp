#pragma once

#include "app/scene/build_scene.hpp"

#include <optional>

namespace app {

/**
 * Finds another place for the name of a land or a sea that the frame, a panel or the legend would cut: level, as near
 * as can be, wholly on what it names, off all names that are drawn and off the labels of units through the whole plan.
 */
class NameRefitter
{
public:
    NameRefitter(SceneInput const &in, LabelPlan const &plan, BaseScene &base) : m_in{in}, m_plan{plan}, m_base{base} {}

    /// Draws the name and takes its ground; false if nowhere in the free part of the view is room.
    bool refit(PlannedLabel const &label);

private:
    [[nodiscard]] bool lies_on(geo::Indices const &lands, Rect const &rect, float border) const;
    [[nodiscard]] bool is_water(ScreenPoint at) const;
    [[nodiscard]] bool same_water(ScreenPoint a, ScreenPoint b) const;
    [[nodiscard]] bool in_room(Rect const &rect) const;
    void put(Text text, Rect const &rect);
    void gather_ground();

    SceneInput const &m_in;
    LabelPlan const &m_plan;
    BaseScene &m_base;
    std::optional<GroundIndex> m_ground; ///< of names, panels and units; gathered when first needed
};

} // namespace app
