#pragma once

#include "app/paint/part_painter.hpp"

#include <SFML/Graphics/RenderWindow.hpp>

#include <vector>

namespace app {

/// What a window shows, from below.
struct Layers
{
    std::vector<Prepared const *> below;
    std::vector<PixelRect> covers; ///< ground that the layers above fill opaquely: `below` is not painted there
    std::vector<Prepared const *> above;
};

/**
 * Brings layers into a window. Where its back buffer stays (see back_buffer.hpp) only the parts whose content changed
 * are painted anew and shown; elsewhere all is, unless nothing changed.
 */
class Canvas
{
public:
    /// Paints what changed and shows it.
    /// \return false if nothing differs from what the last call painted: then nothing was done
    bool present(Layers const &layers, sf::RenderWindow &window);
    /// Forgets what was painted: the window's size, its textures or its pixels went.
    void forget() { m_tiles.forget(); }
    /// The share of the window that differed from the frame before.
    [[nodiscard]] double changed_share() const { return m_tiles.changed_share(); }

private:
    Tiles m_tiles;
    PartPainter m_painter;
};

} // namespace app
