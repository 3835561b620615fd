#include "app/paint/batcher.hpp"

#include <algorithm>

namespace app {
namespace {

/// What triangles reach over.
Rect reach_of(std::vector<sf::Vertex> const &vertices)
{
    auto const &first = vertices.front().position;
    Rect reach{first.x, first.y, first.x, first.y};
    for (auto const &vertex : vertices) {
        auto const &at = vertex.position;
        reach = {std::min(reach.left, at.x), std::min(reach.top, at.y), std::max(reach.right, at.x),
                 std::max(reach.bottom, at.y)};
    }
    return reach;
}

} // namespace

void Batcher::add(std::vector<sf::Vertex> &item, sf::Texture const *texture, Prepared::Blend blend)
{
    if (item.empty()) {
        return;
    }
    auto const box = reach_of(item);
    auto const place = place_of(box, texture, blend);
    if (place == m_into.batches.size()) {
        m_into.batches.push_back({std::move(item), texture, blend, 0});
        m_boxes.push_back({box});
    } else {
        auto &vertices = m_into.batches[place].vertices;
        vertices.insert(vertices.end(), item.begin(), item.end());
        m_boxes[place].push_back(box);
    }
    item.clear();
}

std::size_t Batcher::place_of(Rect const &box, sf::Texture const *texture, Prepared::Blend blend) const
{
    for (std::size_t i = m_into.batches.size(); i-- > 0;) {
        auto const &batch = m_into.batches[i];
        if (batch.texture == texture && batch.blend == blend) {
            return i;
        }
        if (std::ranges::any_of(m_boxes[i], [&](Rect const &other) { return box.meets(other); })) {
            break;
        }
    }
    return m_into.batches.size();
}

} // namespace app
