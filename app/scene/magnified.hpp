#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/**
 * A view whose type and signs are drawn larger (ViewerState::map_scale) is composed as a smaller one and enlarged: so
 * the map is also generalised as for the eye that is farther away.
 */
class Magnified
{
public:
    /// \pre in.view.map_scale != 1
    explicit Magnified(SceneInput const &in);
    Magnified(Magnified const &) = delete;
    Magnified &operator=(Magnified const &) = delete;

    /// The smaller view; lives as long as this object.
    [[nodiscard]] SceneInput const &input() const { return m_input; }
    /// What was made for it, in pixels of the view itself.
    [[nodiscard]] Scene enlarged(Scene scene) const;
    [[nodiscard]] BaseScene enlarged(BaseScene base) const;
    [[nodiscard]] Rect enlarged(Rect const &rect) const;
    /// What was made for the view itself, in pixels of the smaller one.
    [[nodiscard]] BaseScene reduced(BaseScene const &base) const;
    [[nodiscard]] Rect reduced(Rect const &rect) const;

private:
    float m_factor;
    Viewport m_viewport; ///< of the view itself
    ViewerState m_state; ///< of the smaller one
    SceneInput m_input;
};

} // namespace app
