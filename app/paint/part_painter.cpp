#include "app/paint/part_painter.hpp"

#include <SFML/OpenGL.hpp>

#include <algorithm>

namespace app {
namespace {

constexpr std::size_t chunk_size = 48 * 3;

template <typename Box>
bool meets(Box const &box, PixelRect const &r)
{
    return box.left < static_cast<float>(r.right) && box.right > static_cast<float>(r.left) &&
           box.top < static_cast<float>(r.bottom) && box.bottom > static_cast<float>(r.top);
}

} // namespace

Bounds::Bounds(sf::Vertex const *t)
: left{std::min({t[0].position.x, t[1].position.x, t[2].position.x})}, top{std::min({t[0].position.y, t[1].position.y,
                                                                                     t[2].position.y})},
  right{std::max({t[0].position.x, t[1].position.x, t[2].position.x})}, bottom{
                                                                            std::max({t[0].position.y, t[1].position.y,
                                                                                      t[2].position.y})}
{}

void PartPainter::add(Prepared const &layer, bool below)
{
    for (auto const &batch : layer.batches) {
        auto const count = batch.vertices.size() / 3 * 3;
        for (std::size_t begin = 0; begin < count; begin += chunk_size) {
            Chunk chunk{&batch, begin, std::min(count, begin + chunk_size), below, 1e9F, 1e9F, -1e9F, -1e9F};
            for (std::size_t i = begin; i < chunk.end; ++i) {
                auto const &at = batch.vertices[i].position;
                chunk.left = std::min(chunk.left, at.x);
                chunk.top = std::min(chunk.top, at.y);
                chunk.right = std::max(chunk.right, at.x);
                chunk.bottom = std::max(chunk.bottom, at.y);
            }
            m_chunks.push_back(chunk);
        }
    }
}

void PartPainter::paint(Part const &part, sf::RenderTarget &target)
{
    Scissor const scissor{target, part.rect};
    Prepared::Batch const *batch = nullptr;
    auto const flush = [&] {
        if (!m_chosen.empty()) {
            target.draw(m_chosen.data(), m_chosen.size(), sf::Triangles, states_of(*batch));
            m_chosen.clear();
        }
    };
    for (auto const &chunk : m_chunks) {
        if ((part.covered && chunk.below) || !meets(chunk, part.rect)) {
            continue;
        }
        if (chunk.batch != batch) {
            flush();
            batch = chunk.batch;
        }
        for (std::size_t i = chunk.begin; i < chunk.end; i += 3) {
            auto const *const triangle = &batch->vertices[i];
            if (meets(Bounds{triangle}, part.rect)) {
                m_chosen.insert(m_chosen.end(), triangle, triangle + 3);
            }
        }
    }
    flush();
}

Scissor::Scissor(sf::RenderTarget &target, PixelRect const &rect)
{
    target.setActive(true);
    glEnable(GL_SCISSOR_TEST);
    glScissor(rect.left, static_cast<int>(target.getSize().y) - rect.bottom, rect.width(), rect.height());
}

Scissor::~Scissor()
{
    glDisable(GL_SCISSOR_TEST);
}

} // namespace app
