#include "app/shell/large_layers.hpp"

#include "app/scene/style.hpp"
#include "app/shell/textured_quad.hpp"

#include <cmath>
#include <stdexcept>

namespace app {
namespace {

constexpr int margin = 128; ///< pixels that a picture reaches beyond the view, for when the map is dragged

} // namespace

void LargeLayersView::update(Session const &session, ViewerState const &state)
{
    if (session.large.empty()) {
        return;
    }
    auto const &guests = session.atlas->guests;
    if (!m_reader) {
        std::vector<ShownLayer> layers;
        m_status.clear();
        for (auto const &large : session.large) {
            auto const &guest = guests[large->guest - 1U];
            layers.push_back({large, parse_colour(guest.colour).value_or(Colour{0x1F, 0x6F, 0x8B, 255})});
            m_status.push_back({guest.name, 0, large->count, geo::Counted::about, false, {}});
        }
        m_reader = std::make_unique<LargeReader>(std::move(layers), session.projection.definition(),
                                                 session.atlas->info.home);
    }
    LargeView view{state.camera,
                   {state.viewport.width + 2 * margin, state.viewport.height + 2 * margin},
                   state.now,
                   state.ruler.begin,
                   state.map_scale,
                   {}};
    for (auto const &large : session.large) {
        view.hidden.push_back(state.hidden.contains(guests[large->guest - 1U].id));
    }
    if (m_wished != view) {
        m_reader->want(view);
        m_wished = std::move(view);
    }
    if (auto done = m_reader->take()) {
        auto const size = sf::Vector2u{done->raster.width, done->raster.height};
        if (!m_texture || m_texture->getSize() != size) {
            m_texture = std::make_unique<sf::Texture>();
            if (!m_texture->create(size.x, size.y)) {
                throw std::runtime_error{"this computer's graphics cannot draw a window of that size"};
            }
        }
        m_texture->update(done->raster.rgba.data());
        ++m_made;
        for (std::size_t i = 0; i < m_status.size(); ++i) {
            auto const &count = done->counts[i];
            m_status[i] = {m_status[i].name, count.shown, count.of, count.counted, true, count.error};
        }
        m_shown = std::move(done->view);
    }
    if (m_shown) {
        auto const scale = static_cast<float>(m_shown->camera.metres_per_pixel / state.camera.metres_per_pixel);
        auto const middle = to_screen(state.camera, state.viewport, m_shown->camera.centre);
        float const width = static_cast<float>(m_shown->viewport.width) * scale;
        float const height = static_cast<float>(m_shown->viewport.height) * scale;
        m_to = {std::round(middle.x - width / 2), std::round(middle.y - height / 2), 0, 0};
        m_to.right = m_to.left + width;
        m_to.bottom = m_to.top + height;
        m_texture->setSmooth(scale != 1);
    }
    m_clip = {0, 0, static_cast<float>(state.viewport.width), static_cast<float>(state.viewport.height)};
}

void LargeLayersView::append_to(Prepared &prepared) const
{
    if (m_shown && m_texture) {
        sf::Vector2f const size{m_texture->getSize()};
        append_quad(prepared, *m_texture, {0, 0, size.x, size.y}, m_to, m_clip, 1, m_made);
    }
}

void LargeLayersView::drop_textures()
{
    m_texture.reset();
    m_shown.reset();
    m_wished.reset();
}

void LargeLayersView::forget()
{
    drop_textures();
    m_reader.reset();
    m_status.clear();
}

void LargeLayersView::finish()
{
    if (m_reader) {
        m_reader->finish();
    }
}

} // namespace app
