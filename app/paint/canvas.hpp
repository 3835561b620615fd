#pragma once

#include "app/paint/part_painter.hpp"

#include <SFML/Graphics/RenderWindow.hpp>

#include <vector>

namespace app {

/// What a window shows, from below.
struct Layers
{
    Prepared const *ground = nullptr; ///< lowest: opaque pictures, untinted
    std::vector<Prepared const *> below{};
    /// Where the layers above fill all opaquely: neither `ground` nor `below` is painted there.
    std::vector<PixelRect> covers{};
    std::vector<Prepared const *> above{};
};

/**
 * Brings layers into a window. Where its back buffer stays (see back_buffer.hpp) only the parts whose content changed
 * are painted anew and shown; elsewhere all is, unless nothing changed.
 */
class Canvas
{
public:
    /// \param saves_memory whether graphics that are behind are waited for within a frame: else Mesa keeps a second one
    /// in memory, some 6 MB, from the first time it is behind
    explicit Canvas(bool saves_memory = false) : m_saves_memory{saves_memory} {}

    /// Paints what changed and shows it.
    /// \return false if nothing differs from what the last call painted: then nothing was done
    bool present(Layers const &layers, sf::RenderWindow &window);
    /// Forgets what was painted: the window's size, its textures or its pixels went.
    void forget() { m_tiles.forget(); }
    /// The share of the window that differed from the frame before.
    [[nodiscard]] double changed_share() const { return m_tiles.changed_share(); }

private:
    void paint_ground(std::vector<Part> const &parts, sf::RenderTarget &window);

    bool m_saves_memory;
    Tiles m_tiles;
    PartPainter m_ground;
    PartPainter m_painter;
};

} // namespace app
