#include "app/paint/frame_canvas.hpp"

#include <SFML/OpenGL.hpp>

#include <stdexcept>

namespace app {

FrameCanvas::FrameCanvas(int width, int height)
: m_width{width}, m_height{height}, m_pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)
{
    auto const w = static_cast<unsigned>(width);
    auto const h = static_cast<unsigned>(height);
    if (!m_base.create(w, h) || !m_frame.create(w, h)) {
        throw std::runtime_error{"this computer's graphics cannot draw frames of that size; choose a smaller --size"};
    }
    set_pixel_view(m_frame);
    auto &batch = m_base_drawn.batch(&m_base.getTexture(), Prepared::Blend::none);
    auto const x = static_cast<float>(width);
    auto const y = static_cast<float>(height);
    for (sf::Vector2f const at : {sf::Vector2f{0, 0}, {x, 0}, {x, y}, {0, 0}, {x, y}, {0, y}}) {
        batch.vertices.emplace_back(at, sf::Color::White, at);
    }
}

void FrameCanvas::set_base(Painter &painter, std::vector<Prepared const *> const &layers)
{
    bool first = true;
    for (auto const *const layer : layers) {
        painter.draw(*layer, m_base, first);
        first = false;
    }
    m_base.display();
    ++m_base_drawn.batches.front().content;
}

std::span<std::uint8_t const> FrameCanvas::paint(std::vector<Prepared const *> const &layers)
{
    m_tiles.begin(m_width, m_height, {});
    m_painter.clear();
    note_layer(m_base_drawn, false, m_tiles, m_painter);
    for (auto const *const layer : layers) {
        note_layer(*layer, false, m_tiles, m_painter);
    }
    auto const parts = m_tiles.finish();
    for (auto const &part : parts) {
        m_painter.paint(part, m_frame);
    }
    for (auto const &rect : m_tiles.to_show(parts)) {
        read_back(rect);
    }
    return m_pixels;
}

void FrameCanvas::read_back(PixelRect const &rect)
{
    m_frame.setActive(true);
    int const bottom = m_height - rect.bottom; // OpenGL counts rows from below
    auto const first = (static_cast<std::size_t>(bottom) * static_cast<std::size_t>(m_width) +
                        static_cast<std::size_t>(rect.left)) * 4;
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glPixelStorei(GL_PACK_ROW_LENGTH, m_width);
    glReadPixels(rect.left, bottom, rect.width(), rect.height(), GL_RGBA, GL_UNSIGNED_BYTE, &m_pixels[first]);
    glPixelStorei(GL_PACK_ROW_LENGTH, 0);
}

} // namespace app
