#pragma once

#include "app/scene/font_metrics.hpp"
#include "app/scene/scene.hpp"

#include <SFML/Graphics/Font.hpp>
#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/Graphics/Vertex.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace app {

class Batcher;

/// A scene turned into vertices, ready to be drawn many times.
struct Prepared
{
    enum class Blend { over, multiply, none };
    struct Batch
    {
        std::vector<sf::Vertex> vertices{};   ///< of triangles
        sf::Texture const *texture = nullptr; ///< not owned
        Blend blend = Blend::over;
        std::uint64_t content = 0; ///< changes when the pixels of the texture do
    };
    sf::Color background;
    std::vector<Batch> batches;

    /// The last batch if it is drawn in this manner, else a new one: items keep their order.
    Batch &batch(sf::Texture const *texture, Blend how = Blend::over);
};

/// A scene of which all is done that needs no graphics, so that another thread can do it: strokes and fills are
/// triangles. Refers to the texts and pictures of the scene, which must stay.
struct Shapes
{
    struct Run
    {
        std::vector<sf::Vertex> vertices;
        Pattern pattern = Pattern::solid;
        Prepared::Blend blend = Prepared::Blend::over;
        Item const *other = nullptr; ///< a text or picture instead
    };
    Colour background;
    std::vector<Run> runs;
};
[[nodiscard]] Shapes shapes_of(Scene const &scene);

/// How SFML is to draw a batch.
[[nodiscard]] sf::RenderStates states_of(Prepared::Batch const &batch);

/**
 * Paints scenes through SFML. Needs a GL context, so a display; keep it on the main thread. Prepared scenes refer to
 * its textures and must not outlive it.
 */
class Painter
{
public:
    explicit Painter(FontMetrics const &metrics);

    [[nodiscard]] Prepared prepare(Scene const &scene) { return prepare(shapes_of(scene)); }
    [[nodiscard]] Prepared prepare(Shapes shapes);
    /// Draws over what the target shows; the background only where `clear` is set.
    void draw(Prepared const &prepared, sf::RenderTarget &target, bool clear) const;

private:
    /// Glyphs of one face, size and outline. SFML's own tables are slow, and every letter is looked up in every frame.
    using Glyphs = std::unordered_map<char32_t, sf::Glyph>;
    struct GlyphKey
    {
        Face face = Face::sans;
        unsigned size = 0;
        float outline = 0;
        friend auto operator<=>(GlyphKey const &, GlyphKey const &) = default;
    };
    struct RasterTexture
    {
        std::weak_ptr<Raster const> source;
        std::unique_ptr<sf::Texture> texture;
    };

    void add(Batcher &into, Text const &text);
    void add(Batcher &into, Image const &image);
    void add_glyphs(Batcher &into, Text const &text, std::u32string const &letters, float outline, Colour colour);
    /// The table with all these letters in it.
    Glyphs const &glyphs_of(GlyphKey const &key, std::u32string const &letters);
    sf::Texture const &texture_of(std::shared_ptr<Raster const> const &raster);
    sf::Texture const &pattern(Pattern which);

    FontMetrics const &m_metrics;
    std::array<sf::Font, 5> m_fonts;
    std::map<GlyphKey, Glyphs> m_glyphs;
    std::map<Raster const *, RasterTexture> m_rasters;
    std::map<Pattern, std::unique_ptr<sf::Texture>> m_patterns;
    std::vector<sf::Vertex> m_item; ///< kept for its memory
};

/// Paints scenes, one over the other, into a PNG file: written beside it and renamed.
/// \throws std::runtime_error naming the file if it cannot be written
void save_png(Painter &painter, std::vector<Scene const *> const &scenes, std::filesystem::path const &file);

} // namespace app
