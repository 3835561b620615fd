#include "app/scene/magnified.hpp"

#include "app/scene/camera.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

Rect scaled(Rect const &r, float by)
{
    return {r.left * by, r.top * by, r.right * by, r.bottom * by};
}

/// Enlarges one item of a scene.
struct Enlarge
{
    float by = 1;

    void operator()(Fill &fill) const { points(fill.points); }
    void operator()(Stroke &stroke) const
    {
        points(stroke.points);
        stroke.width *= by;
        stroke.soft *= by;
        for (auto &length : stroke.dash) {
            length *= by;
        }
    }
    void operator()(Text &text) const
    {
        text.at = {text.at.x * by, text.at.y * by};
        text.size *= by;
        text.halo_width *= by;
        text.spacing *= by;
        for (auto &pose : text.letters) {
            pose.at = {pose.at.x * by, pose.at.y * by};
        }
    }
    void operator()(Image &image) const
    {
        for (auto &corner : image.corners) {
            corner = {corner.x * by, corner.y * by};
        }
    }

private:
    void points(std::vector<ScreenPoint> &all) const
    {
        for (auto &p : all) {
            p = {p.x * by, p.y * by};
        }
    }
};

/// The view as it would be on a picture so much smaller, its top left corner at the same spot of the map.
ViewerState smaller(ViewerState const &view, float by)
{
    auto state = view;
    state.map_scale = 1;
    state.viewport = {static_cast<int>(std::ceil(static_cast<float>(view.viewport.width) / by)),
                      static_cast<int>(std::ceil(static_cast<float>(view.viewport.height) / by))};
    auto const corner = to_map(view.camera, view.viewport, {0, 0});
    state.camera.metres_per_pixel = view.camera.metres_per_pixel * static_cast<double>(by);
    state.camera.centre = {corner.x + state.viewport.width / 2.0 * state.camera.metres_per_pixel,
                           corner.y - state.viewport.height / 2.0 * state.camera.metres_per_pixel};
    return state;
}

} // namespace

Magnified::Magnified(SceneInput const &in)
: m_factor{in.view.map_scale}, m_viewport{in.view.viewport}, m_state{smaller(in.view, m_factor)},
  m_input{in.map, in.world, m_state, in.style, in.fonts, in.texts, scaled(in.free, 1 / m_factor), {}, in.plan}
{
    std::ranges::transform(in.blocked, std::back_inserter(m_input.blocked),
                           [&](Rect const &rect) { return reduced(rect); });
    if (in.seen) {
        m_input.seen = reduced(*in.seen);
    }
}

Rect Magnified::enlarged(Rect const &rect) const
{
    return scaled(rect, m_factor);
}

Scene Magnified::enlarged(Scene scene) const
{
    for (auto &item : scene.items) {
        std::visit(Enlarge{m_factor}, item);
    }
    for (auto &t : scene.targets) {
        t = {t.kind, t.index, t.left * m_factor, t.top * m_factor, t.right * m_factor, t.bottom * m_factor};
    }
    scene.width = m_viewport.width;
    scene.height = m_viewport.height;
    return scene;
}

BaseScene Magnified::enlarged(BaseScene base) const
{
    for (auto &rect : base.taken) {
        rect = scaled(rect, m_factor);
    }
    base.scene = enlarged(std::move(base.scene));
    return base;
}

Rect Magnified::reduced(Rect const &rect) const
{
    return scaled(rect, 1 / m_factor);
}

BaseScene Magnified::reduced(BaseScene const &base) const
{
    BaseScene small; // what else the scene holds is not looked at
    small.plan = base.plan;
    std::ranges::transform(base.taken, std::back_inserter(small.taken),
                           [&](Rect const &rect) { return reduced(rect); });
    return small;
}

} // namespace app
