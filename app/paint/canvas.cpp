#include "app/paint/canvas.hpp"

#include "app/paint/back_buffer.hpp"
#include "app/paint/note_layer.hpp"

#include <SFML/OpenGL.hpp>

namespace app {
namespace {

/// Above this share the window is shown whole: one copy is cheaper than several.
constexpr double most_of_it = 0.8;

/// Above this share the ground is painted by itself: Mesa copies rectangles several times faster in software where
/// nothing else is drawn over them meanwhile, but to wait for it is dearer than a few small parts.
constexpr double much_of_it = 0.3;

} // namespace

bool Canvas::present(Layers const &layers, sf::RenderWindow &window)
{
    auto const size = window.getSize();
    m_tiles.begin(static_cast<int>(size.x), static_cast<int>(size.y), layers.covers);
    m_ground.clear();
    m_painter.clear();
    if (layers.ground != nullptr) {
        note_layer(*layers.ground, true, m_tiles, m_ground);
    }
    for (auto const *const layer : layers.below) {
        note_layer(*layer, true, m_tiles, m_painter);
    }
    for (auto const *const layer : layers.above) {
        note_layer(*layer, false, m_tiles, m_painter);
    }
    auto parts = m_tiles.finish();
    if (parts.empty()) {
        return false;
    }
    bool const stays = back_buffer_stays(window);
    if (!stays) {
        parts = m_tiles.all();
    }
    set_pixel_view(window);
    paint_ground(parts, window);
    for (auto const &part : parts) {
        m_painter.paint(part, window);
    }
    if (stays && m_tiles.changed_share() < most_of_it) {
        show_parts(m_tiles.to_show(parts), window);
    } else {
        window.display();
    }
    return true;
}

/// Pictures as they are, not tinted by their corners' colours: so Mesa copies them.
void Canvas::paint_ground(std::vector<Part> const &parts, sf::RenderTarget &window)
{
    glTexEnvi(GL_TEXTURE_ENV, GL_TEXTURE_ENV_MODE, GL_REPLACE);
    for (auto const &part : parts) {
        m_ground.paint(part, window);
    }
    glTexEnvi(GL_TEXTURE_ENV, GL_TEXTURE_ENV_MODE, GL_MODULATE);
    if (m_tiles.changed_share() > much_of_it) {
        m_saves_memory ? glFinish() : glFlush();
    }
}

} // namespace app
