#include "app/paint/note_layer.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace app {
namespace {

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

} // namespace

void note_layer(Prepared const &layer, bool below, Tiles &tiles, PartPainter &painter)
{
    painter.add(layer, below);
    for (auto const &batch : layer.batches) {
        auto const seed = mix(mix(batch.content, std::bit_cast<std::uintptr_t>(batch.texture)),
                              static_cast<std::uint64_t>(batch.blend));
        auto const count = batch.vertices.size();
        for (std::size_t i = 0; i + 2 < count; i += 3) {
            auto const *const triangle = &batch.vertices[i];
            Bounds const b{triangle};
            tiles.add(b.left, b.top, b.right, b.bottom, hash_of(triangle, seed), below);
        }
    }
}

void set_pixel_view(sf::RenderTarget &target)
{
    auto const size = target.getSize();
    target.setView(sf::View{{0, 0, static_cast<float>(size.x), static_cast<float>(size.y)}});
}

} // namespace app
