#pragma once

#include "app/paint/part_painter.hpp"

#include <SFML/Graphics/RenderTexture.hpp>
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
 * A picture as large as the window, kept from frame to frame: only the parts whose content changed are painted anew,
 * then the whole is copied to the window. Where most of it changed (the map is dragged) the open ground is painted
 * straight into the window and only what is covered comes from the picture.
 */
class Canvas
{
public:
    /// Paints what changed and puts the picture into the window; the caller displays it.
    /// \return false if nothing differs from what the last call painted
    bool show(Layers const &layers, sf::RenderWindow &window);
    /// Copies the picture to the window as it is.
    void copy(sf::RenderWindow &window) const;
    /// Forgets the picture: the window's size or its textures went.
    void forget() { m_tiles.forget(); }
    /// The share of the window that differed from the frame before.
    [[nodiscard]] double changed_share() const { return m_tiles.changed_share(); }

private:
    void resize(sf::Vector2u size);
    void note(Prepared const &layer, bool below);
    void paint(std::vector<Part> const &parts, sf::RenderTarget &target);
    void copy_parts(std::vector<Part> const &parts, sf::RenderTarget &target) const;

    sf::RenderTexture m_texture;
    Tiles m_tiles;
    PartPainter m_painter;
};

} // namespace app
