#include "app/paint/canvas.hpp"

#include "app/paint/back_buffer.hpp"
#include "app/paint/note_layer.hpp"

namespace app {
namespace {

/// Above this share the window is shown whole: one copy is cheaper than several.
constexpr double most_of_it = 0.8;

} // namespace

bool Canvas::present(Layers const &layers, sf::RenderWindow &window)
{
    auto const size = window.getSize();
    m_tiles.begin(static_cast<int>(size.x), static_cast<int>(size.y), layers.covers);
    m_painter.clear();
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

} // namespace app
