#pragma once

#include "app/scene/font_metrics.hpp"
#include "app/scene/scene.hpp"

#include <SFML/Graphics/Font.hpp>
#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/Graphics/VertexArray.hpp>

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <vector>

namespace app {

/// A scene turned into vertices, ready to be drawn many times.
struct Prepared
{
    enum class Blend { over, multiply, none };
    struct Batch
    {
        sf::VertexArray vertices{sf::Triangles};
        sf::Texture const *texture = nullptr; ///< owned by the painter
        Blend blend = Blend::over;
    };
    sf::Color background;
    std::vector<Batch> batches;
};

/**
 * Paints scenes through SFML. Needs a GL context, so a display; keep it on the main thread. Prepared scenes refer to
 * its textures and must not outlive it.
 */
class Painter
{
public:
    explicit Painter(FontMetrics const &metrics);

    [[nodiscard]] Prepared prepare(Scene const &scene);
    /// Draws over what the target shows; the background only where `clear` is set.
    void draw(Prepared const &prepared, sf::RenderTarget &target, bool clear) const;

private:
    struct RasterTexture
    {
        std::weak_ptr<Raster const> source;
        std::unique_ptr<sf::Texture> texture;
    };

    Prepared::Batch &batch(Prepared &into, sf::Texture const *texture,
                           Prepared::Blend blend = Prepared::Blend::over) const;
    void add(Prepared &into, Fill const &fill);
    void add(Prepared &into, Text const &text);
    void add(Prepared &into, Image const &image);
    void add_glyphs(Prepared &into, Text const &text, std::u32string const &letters, float outline, Colour colour);
    sf::Texture const &texture_of(std::shared_ptr<Raster const> const &raster);
    sf::Texture const &pattern(Pattern which);

    FontMetrics const &m_metrics;
    std::array<sf::Font, 5> m_fonts;
    std::map<Raster const *, RasterTexture> m_rasters;
    std::map<Pattern, std::unique_ptr<sf::Texture>> m_patterns;
};

/// Paints scenes, one over the other, into a PNG file: written beside it and renamed.
/// \throws std::runtime_error naming the file if it cannot be written
void save_png(Painter &painter, std::vector<Scene const *> const &scenes, std::filesystem::path const &file);

} // namespace app
