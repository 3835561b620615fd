#pragma once

#include "app/paint/painter.hpp"
#include "app/paint/tiles.hpp"

#include <vector>

namespace app {

/**
 * Paints rectangular parts of a picture: under a scissor, and only the triangles that reach into them. All parts
 * together are the picture painted at once, pixel for pixel. Refers to the layers, which must stay meanwhile.
 */
class PartPainter
{
public:
    void clear() { m_chunks.clear(); }
    /// The next layer from below. \param below whether covered parts leave it out
    void add(Prepared const &layer, bool below);
    void paint(Part const &part, sf::RenderTarget &target);

private:
    /// Some triangles of a batch and what they reach over, so that most are passed over without being looked at.
    struct Chunk
    {
        Prepared::Batch const *batch = nullptr;
        std::size_t begin = 0; ///< of its vertices
        std::size_t end = 0;
        bool below = false;
        float left = 0, top = 0, right = 0, bottom = 0;
    };

    std::vector<Chunk> m_chunks;      ///< from below
    std::vector<sf::Vertex> m_chosen; ///< kept for its memory
};

/// What a triangle reaches over.
struct Bounds
{
    float left, top, right, bottom;
    explicit Bounds(sf::Vertex const *triangle);
};

/// While it lives only the pixels of a rectangle of the target are drawn.
class Scissor
{
public:
    Scissor(sf::RenderTarget &target, PixelRect const &rect);
    ~Scissor();
    Scissor(Scissor const &) = delete;
    Scissor &operator=(Scissor const &) = delete;
};

} // namespace app
