#include "app/paint/canvas.hpp"

#include "app/paint/back_buffer.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace app {
namespace {

/// Above this share the window is shown whole: one copy is cheaper than several.
constexpr double most_of_it = 0.8;

std::uint64_t hash_of(sf::Vertex const *triangle, std::uint64_t seed)
{
    static_assert(sizeof(sf::Vertex) == 20, "two coordinates, a colour, two texture coordinates");
    std::array<std::uint64_t, 8> words{}; // 60 bytes
    std::memcpy(words.data(), triangle, 3 * sizeof(sf::Vertex));
    for (auto const word : words) {
        seed = std::rotl((seed ^ word) * 0x9FB21C651E98DF25U, 28);
    }
    return seed;
}

void set_pixel_view(sf::RenderTarget &target)
{
    auto const size = target.getSize();
    target.setView(sf::View{{0, 0, static_cast<float>(size.x), static_cast<float>(size.y)}});
}

} // namespace

bool Canvas::present(Layers const &layers, sf::RenderWindow &window)
{
    auto const size = window.getSize();
    m_tiles.begin(static_cast<int>(size.x), static_cast<int>(size.y), layers.covers);
    m_painter.clear();
    for (auto const *const layer : layers.below) {
        note(*layer, true);
    }
    for (auto const *const layer : layers.above) {
        note(*layer, false);
    }
    auto parts = m_tiles.finish();
    if (parts.empty()) {
        return false;
    }
    bool const stays = back_buffer_stays(window);
    if (!stays) {
        parts = m_tiles.all();
    }
    set_pixel_view(window);
    for (auto const &part : parts) {
        m_painter.paint(part, window);
    }
    if (stays && m_tiles.changed_share() < most_of_it) {
        show_parts(m_tiles.to_show(parts), window);
    } else {
        window.display();
    }
    return true;
}

void Canvas::note(Prepared const &layer, bool below)
{
    m_painter.add(layer, below);
    for (auto const &batch : layer.batches) {
        auto const seed = mix(mix(batch.content, std::bit_cast<std::uintptr_t>(batch.texture)),
                              static_cast<std::uint64_t>(batch.blend));
        auto const count = batch.vertices.size();
        for (std::size_t i = 0; i + 2 < count; i += 3) {
            auto const *const triangle = &batch.vertices[i];
            Bounds const b{triangle};
            m_tiles.add(b.left, b.top, b.right, b.bottom, hash_of(triangle, seed), below);
        }
    }
}

} // namespace app
