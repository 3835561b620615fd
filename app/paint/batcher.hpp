#pragma once

#include "app/paint/painter.hpp"
#include "app/scene/labels.hpp"

#include <vector>

namespace app {

/**
 * Gathers the triangles of items, from below, into few batches, as each batch is a call to the graphics: an item joins
 * an earlier batch of its manner where nothing that came between lies under it.
 */
class Batcher
{
public:
    explicit Batcher(Prepared &into) : m_into{into} {}

    /// \param item triangles, pixels; emptied
    void add(std::vector<sf::Vertex> &item, sf::Texture const *texture, Prepared::Blend blend);

private:
    /// The batch to join: the number of batches where there is none.
    [[nodiscard]] std::size_t place_of(Rect const &box, sf::Texture const *texture, Prepared::Blend blend) const;

    Prepared &m_into;
    std::vector<std::vector<Rect>> m_boxes; ///< of the items, by batch
};

} // namespace app
