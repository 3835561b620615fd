#include "app/shell/map_picture.hpp"

#include <SFML/Graphics/Sprite.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace app {
namespace {

constexpr int margin = 160;   ///< pixels that the picture reaches beyond the view on each side
constexpr int rest_after = 5; ///< frames without a change of the camera

/// The input for a view that is larger by the margin; panels stay where they are.
SceneInput enlarged(SceneInput const &in, ViewerState &state)
{
    state = in.view;
    state.viewport.width += 2 * margin;
    state.viewport.height += 2 * margin;
    constexpr float m = margin;
    auto const width = static_cast<float>(in.view.viewport.width);
    Rect const free{in.free.left > 0 ? in.free.left + m : 0, in.free.top + m,
                    in.free.right < width ? in.free.right + m : width + 2 * m, in.free.bottom + m};
    std::vector<Rect> blocked = in.blocked;
    for (auto &rect : blocked) {
        rect = {rect.left + m, rect.top + m, rect.right + m, rect.bottom + m};
    }
    return {in.map, in.world, state, in.style, in.fonts, in.texts, free, std::move(blocked), {}};
}

} // namespace

bool MapPicture::covers(Viewport const &viewport) const
{
    auto const size = m_texture.getSize();
    return m_scale > 0.8F && m_scale < 1.7F && m_left <= 0 && m_top <= 0 &&
           m_left + static_cast<float>(size.x) * m_scale >= static_cast<float>(viewport.width) &&
           m_top + static_cast<float>(size.y) * m_scale >= static_cast<float>(viewport.height);
}

void MapPicture::paint(SceneInput const &in, Painter &painter)
{
    ViewerState state;
    auto large = enlarged(in, state);
    auto const width = static_cast<unsigned>(state.viewport.width);
    auto const height = static_cast<unsigned>(state.viewport.height);
    if (m_texture.getSize() != sf::Vector2u{width, height} && !m_texture.create(width, height)) {
        throw std::runtime_error{"this computer's graphics cannot draw a window of that size"};
    }
    large.plan = m_own.plan; // labels stand as they stood, where the scale is the same
    m_own = build_base(large);
    painter.draw(painter.prepare(m_own.scene), m_texture, true);
    m_texture.display();
    m_painted = in.view.camera;
}

/// Where the picture lies for the camera, and with it all that is on it.
void MapPicture::place(SceneInput const &in)
{
    auto const &camera = in.view.camera;
    m_scale = static_cast<float>(m_painted.metres_per_pixel / camera.metres_per_pixel);
    auto const middle = to_screen(camera, in.view.viewport, m_painted.centre);
    auto const size = m_texture.getSize();
    m_left = middle.x - static_cast<float>(size.x) * m_scale / 2;
    m_top = middle.y - static_cast<float>(size.y) * m_scale / 2;
    if (m_scale == 1) { // whole pixels, so that nothing shimmers while the map is dragged
        m_left = std::round(m_left);
        m_top = std::round(m_top);
    }
    m_texture.setSmooth(m_scale != 1); // unscaled, filtering would only cost time
    auto const x = [&](float v) { return m_left + v * m_scale; };
    auto const y = [&](float v) { return m_top + v * m_scale; };
    m_base.taken = m_own.taken;
    for (auto &r : m_base.taken) {
        r = {x(r.left), y(r.top), x(r.right), y(r.bottom)};
    }
    m_base.plan = m_own.plan;
    m_base.scene.targets = m_own.scene.targets;
    for (auto &t : m_base.scene.targets) {
        t = {t.kind, t.index, x(t.left), y(t.top), x(t.right), y(t.bottom)};
    }
}

void MapPicture::update(SceneInput const &in, Painter &painter)
{
    auto const &camera = in.view.camera;
    m_still = camera == m_last ? m_still + 1 : 0;
    m_last = camera;
    auto key = base_key(in);
    bool fresh = key != m_key;
    if (!fresh && camera != m_painted) {
        place(in);
        fresh = m_still >= rest_after || !covers(in.view.viewport);
    }
    if (fresh) {
        paint(in, painter);
        m_key = std::move(key);
        place(in);
    }
    m_waits = camera != m_painted;
}

void MapPicture::draw(sf::RenderTarget &target) const
{
    sf::Sprite sprite{m_texture.getTexture()};
    sprite.setPosition(m_left, m_top);
    sprite.setScale(m_scale, m_scale);
    target.draw(sprite, sf::RenderStates{sf::BlendNone});
}

} // namespace app
