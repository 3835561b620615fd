#include "app/paint/batcher.hpp"

#include <algorithm>

namespace app {

Batcher::Box::Box(std::vector<sf::Vertex> const &vertices)
: left{vertices.front().position.x}, top{vertices.front().position.y}, right{left}, bottom{top}
{
    for (auto const &vertex : vertices) {
        left = std::min(left, vertex.position.x);
        top = std::min(top, vertex.position.y);
        right = std::max(right, vertex.position.x);
        bottom = std::max(bottom, vertex.position.y);
    }
}

bool Batcher::Box::meets(Box const &other) const
{
    return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
}

void Batcher::add(std::vector<sf::Vertex> &item, sf::Texture const *texture, Prepared::Blend blend)
{
    if (item.empty()) {
        return;
    }
    Box const box{item};
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

std::size_t Batcher::place_of(Box const &box, sf::Texture const *texture, Prepared::Blend blend) const
{
    for (std::size_t i = m_into.batches.size(); i-- > 0;) {
        auto const &batch = m_into.batches[i];
        if (batch.texture == texture && batch.blend == blend) {
            return i;
        }
        if (std::ranges::any_of(m_boxes[i], [&](Box const &other) { return box.meets(other); })) {
            break;
        }
    }
    return m_into.batches.size();
}

} // namespace app
