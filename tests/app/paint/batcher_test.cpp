#include "app/paint/batcher.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

using app::Prepared;

/// One triangle in a box of ten pixels.
std::vector<sf::Vertex> item(float x, float y)
{
    return {sf::Vertex{{x, y}}, sf::Vertex{{x + 10, y}}, sf::Vertex{{x, y + 10}}};
}

struct Gathered
{
    Prepared prepared;
    app::Batcher batcher{prepared};
    std::array<sf::Texture const *, 3> textures{nullptr, reinterpret_cast<sf::Texture const *>(16),
                                                reinterpret_cast<sf::Texture const *>(32)}; // never looked into

    void add(float x, float y, std::size_t texture, Prepared::Blend blend = Prepared::Blend::over)
    {
        auto vertices = item(x, y);
        batcher.add(vertices, textures[texture], blend);
        CHECK(vertices.empty());
    }
    [[nodiscard]] std::vector<std::size_t> triangles() const
    {
        std::vector<std::size_t> counts;
        for (auto const &batch : prepared.batches) {
            counts.push_back(batch.vertices.size() / 3);
        }
        return counts;
    }
};

} // namespace

TEST_CASE("items that lie apart are drawn in one batch for each manner, however they follow one another")
{
    Gathered g;
    for (int i = 0; i < 20; ++i) {
        g.add(20.0F * static_cast<float>(i), 0, static_cast<std::size_t>(i % 3));
    }
    CHECK(g.triangles() == std::vector<std::size_t>{7, 7, 6});
}

TEST_CASE("an item that lies over another is drawn after it")
{
    Gathered g;
    g.add(0, 0, 0);
    g.add(5, 5, 1);
    g.add(8, 8, 0); // over the second
    CHECK(g.triangles() == std::vector<std::size_t>{1, 1, 1});
    g.add(100, 100, 1); // joins the second, for only the third lies between
    CHECK(g.triangles() == std::vector<std::size_t>{1, 2, 1});
    g.add(100, 100, 0); // lies over that
    CHECK(g.triangles() == std::vector<std::size_t>{1, 2, 2});
}

TEST_CASE("what is blended otherwise has a batch of its own, and nothing makes none")
{
    Gathered g;
    g.add(0, 0, 1);
    g.add(50, 0, 1, Prepared::Blend::multiply);
    std::vector<sf::Vertex> nothing;
    g.batcher.add(nothing, nullptr, Prepared::Blend::over);
    CHECK(g.triangles() == std::vector<std::size_t>{1, 1});
}
