#pragma once

#include "app/paint/note_layer.hpp"

#include <SFML/Graphics/RenderTexture.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace app {

/**
 * Paints the frames of a film into memory. Only what differs from the frame before is painted and read back from the
 * graphics, which is the dearest step where Mesa draws in software. What time does not change lies below as a picture
 * of its own.
 */
class FrameCanvas
{
public:
    /// \throws std::runtime_error if the graphics cannot draw frames of this size
    FrameCanvas(int width, int height);

    /// What lies below from now on.
    void set_base(Painter &painter, std::vector<Prepared const *> const &layers);
    /// \return four bytes a pixel, rows from the bottom up; they stay until the next call
    [[nodiscard]] std::span<std::uint8_t const> paint(std::vector<Prepared const *> const &layers);

private:
    void read_back(PixelRect const &rect);

    int m_width;
    int m_height;
    sf::RenderTexture m_base;
    Prepared m_base_drawn; ///< m_base as a layer
    sf::RenderTexture m_frame;
    Tiles m_tiles;
    PartPainter m_painter;
    std::vector<std::uint8_t> m_pixels;
};

} // namespace app
