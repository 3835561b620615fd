#include "app/paint/canvas.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace app {
namespace {

/// Above this share it is cheaper to paint into the window than into the picture and copy it.
constexpr double most_of_it = 0.5;

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

void append_quad(PixelRect const &r, std::vector<sf::Vertex> &out)
{
    auto const corner = [](int x, int y) {
        sf::Vector2f const at{static_cast<float>(x), static_cast<float>(y)};
        return sf::Vertex{at, at};
    };
    for (auto const &v : {corner(r.left, r.top), corner(r.right, r.top), corner(r.right, r.bottom),
                          corner(r.left, r.top), corner(r.right, r.bottom), corner(r.left, r.bottom)}) {
        out.push_back(v);
    }
}

void set_pixel_view(sf::RenderTarget &target)
{
    auto const size = target.getSize();
    target.setView(sf::View{{0, 0, static_cast<float>(size.x), static_cast<float>(size.y)}});
}

} // namespace

bool Canvas::show(Layers const &layers, sf::RenderWindow &window)
{
    resize(window.getSize());
    m_tiles.begin(static_cast<int>(window.getSize().x), static_cast<int>(window.getSize().y), layers.covers);
    m_painter.clear();
    for (auto const *const layer : layers.below) {
        note(*layer, true);
    }
    for (auto const *const layer : layers.above) {
        note(*layer, false);
    }
    auto parts = m_tiles.finish();
    set_pixel_view(window);
    if (m_tiles.changed_share() <= most_of_it) {
        paint(parts, m_texture);
        copy(window);
        return m_tiles.changed_share() > 0;
    }
    std::erase_if(parts, [](Part const &part) { return !part.covered; });
    paint(parts, m_texture);
    paint(m_tiles.all(false), window);
    copy_parts(m_tiles.all(true), window);
    m_tiles.forget_open();
    return true;
}

void Canvas::copy(sf::RenderWindow &window) const
{
    auto const size = m_texture.getSize();
    copy_parts({{{0, 0, static_cast<int>(size.x), static_cast<int>(size.y)}, false}}, window);
}

void Canvas::resize(sf::Vector2u size)
{
    if (m_texture.getSize() != size) {
        if (!m_texture.create(size.x, size.y)) {
            throw std::runtime_error{"this computer's graphics cannot draw a window of that size"};
        }
        m_tiles.forget();
    }
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

void Canvas::paint(std::vector<Part> const &parts, sf::RenderTarget &target)
{
    for (auto const &part : parts) {
        m_painter.paint(part, target);
    }
    if (!parts.empty() && &target == &m_texture) {
        m_texture.display();
    }
}

void Canvas::copy_parts(std::vector<Part> const &parts, sf::RenderTarget &target) const
{
    std::vector<sf::Vertex> quads;
    for (auto const &part : parts) {
        append_quad(part.rect, quads);
    }
    sf::RenderStates states{sf::BlendNone};
    states.texture = &m_texture.getTexture();
    target.draw(quads.data(), quads.size(), sf::Triangles, states);
}

} // namespace app
