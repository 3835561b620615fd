#include "app/paint/painter.hpp"

#include "app/paint/batcher.hpp"
#include "app/paint/tessellate.hpp"

#include <SFML/Graphics/Image.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace app {
namespace {

sf::Color to_sf(Colour c)
{
    return {c.r, c.g, c.b, c.a};
}

sf::Vector2f to_sf(ScreenPoint p)
{
    return {p.x, p.y};
}

constexpr unsigned pattern_size = 8;

/// White with the pattern in its alpha, so that the fill's colour tints it.
sf::Image pattern_image(Pattern which)
{
    sf::Image image;
    image.create(pattern_size, pattern_size, sf::Color{255, 255, 255, 0});
    for (unsigned y = 0; y < pattern_size; ++y) {
        for (unsigned x = 0; x < pattern_size; ++x) {
            unsigned const diagonal = (x + y) % pattern_size;
            bool const dot = (x % pattern_size < 2) && (y % pattern_size < 2);
            unsigned const hatch = diagonal == 0 || diagonal == 1 ? 255 : diagonal == 2 || diagonal == 7 ? 90 : 0;
            unsigned const alpha = which == Pattern::hatch ? hatch : dot ? 255 : 0;
            image.setPixel(x, y, sf::Color{255, 255, 255, static_cast<sf::Uint8>(alpha)});
        }
    }
    return image;
}

/// Two triangles that show a glyph.
void add_glyph(std::vector<sf::Vertex> &vertices, sf::Glyph const &glyph, LetterPose pose, sf::Color colour)
{
    float const radians = pose.angle_deg * std::numbers::pi_v<float> / 180;
    float const c = std::cos(radians);
    float const s = std::sin(radians);
    if (pose.angle_deg == 0) { // upright letters sit on whole pixels, so that they are sharp and do not shimmer
        pose.at = {std::round(pose.at.x), std::round(pose.at.y)};
    }
    auto const &box = glyph.bounds;
    auto const &part = glyph.textureRect;
    auto const corner = [&](float px, float py, int u, int v) {
        return sf::Vertex{{pose.at.x + px * c - py * s, pose.at.y + px * s + py * c},
                          colour,
                          {static_cast<float>(u), static_cast<float>(v)}};
    };
    auto const a = corner(box.left, box.top, part.left, part.top);
    auto const b = corner(box.left + box.width, box.top, part.left + part.width, part.top);
    auto const d = corner(box.left, box.top + box.height, part.left, part.top + part.height);
    auto const e = corner(box.left + box.width, box.top + box.height, part.left + part.width, part.top + part.height);
    for (auto const &v : {a, b, e, a, e, d}) {
        vertices.push_back(v);
    }
}

bool is_large(Fill const &fill)
{
    constexpr float large = 20'000; // square pixels
    if (fill.points.empty()) {
        return false;
    }
    auto const [left, right] = std::ranges::minmax(fill.points, {}, &ScreenPoint::x);
    auto const [top, bottom] = std::ranges::minmax(fill.points, {}, &ScreenPoint::y);
    return (right.x - left.x) * (bottom.y - top.y) > large;
}

sf::BlendMode const &mode_of(Prepared::Blend blend)
{
    switch (blend) {
    case Prepared::Blend::multiply:
        return sf::BlendMultiply;
    case Prepared::Blend::none:
        return sf::BlendNone;
    default:
        return sf::BlendAlpha;
    }
}

/// The last run if it is of this manner, else a new one: items keep their order.
std::vector<sf::Vertex> &run_of(Shapes &shapes, Pattern pattern, Prepared::Blend blend)
{
    auto &runs = shapes.runs;
    if (runs.empty() || runs.back().other != nullptr || runs.back().pattern != pattern || runs.back().blend != blend) {
        runs.push_back({{}, pattern, blend, nullptr});
    }
    return runs.back().vertices;
}

void add_stroke(Stroke const &stroke, Scene const &scene, Shapes &shapes)
{
    Triangles triangles;
    tessellate(stroke, static_cast<float>(scene.width), static_cast<float>(scene.height), triangles);
    auto &vertices = run_of(shapes, Pattern::solid, Prepared::Blend::over);
    for (auto const &v : triangles) {
        vertices.emplace_back(to_sf(v.at), to_sf(v.colour));
    }
}

void add_fill(Fill const &fill, Shapes &shapes)
{
    Triangles triangles;
    tessellate(fill, triangles);
    bool const plain = fill.pattern == Pattern::solid;
    // Large opaque areas are copied: to blend them would read every pixel for nothing.
    auto const blend = plain && fill.colour.a == 255 && is_large(fill) ? Prepared::Blend::none : Prepared::Blend::over;
    auto &vertices = run_of(shapes, fill.pattern, blend);
    for (auto const &v : triangles) {
        // The pattern lies on the map, not on the screen: it moves with the area.
        vertices.emplace_back(to_sf(v.at), to_sf(v.colour), to_sf(v.at) - to_sf(fill.points.front()));
    }
}

} // namespace

Painter::Painter(FontMetrics const &metrics) : m_metrics{metrics}
{
    for (std::size_t i = 0; i < m_fonts.size(); ++i) {
        auto const file = font_file(static_cast<Face>(i));
        if (!m_fonts[i].loadFromFile(file.string())) {
            throw std::runtime_error{file.string() + ": is no usable font"};
        }
    }
}

Shapes shapes_of(Scene const &scene)
{
    Shapes shapes;
    shapes.background = scene.background;
    for (auto const &item : scene.items) {
        if (auto const *const stroke = std::get_if<Stroke>(&item)) {
            add_stroke(*stroke, scene, shapes);
        } else if (auto const *const fill = std::get_if<Fill>(&item)) {
            add_fill(*fill, shapes);
        } else {
            shapes.runs.push_back({{}, Pattern::solid, Prepared::Blend::over, &item});
        }
    }
    return shapes;
}

Prepared Painter::prepare(Shapes shapes)
{
    Prepared prepared;
    prepared.background = to_sf(shapes.background);
    Batcher batcher{prepared};
    for (auto &run : shapes.runs) {
        if (run.other == nullptr) {
            batcher.add(run.vertices, run.pattern == Pattern::solid ? nullptr : &pattern(run.pattern), run.blend);
        } else if (auto const *const text = std::get_if<Text>(run.other)) {
            add(batcher, *text);
        } else {
            add(batcher, std::get<Image>(*run.other));
        }
    }
    return prepared;
}

void Painter::draw(Prepared const &prepared, sf::RenderTarget &target, bool clear) const
{
    if (clear) {
        target.clear(prepared.background);
    }
    for (auto const &b : prepared.batches) {
        target.draw(b.vertices.data(), b.vertices.size(), sf::Triangles, states_of(b));
    }
}

Prepared::Batch &Prepared::batch(sf::Texture const *texture, Blend how)
{
    if (batches.empty() || batches.back().texture != texture || batches.back().blend != how) {
        batches.push_back({{}, texture, how, 0});
    }
    return batches.back();
}

sf::RenderStates states_of(Prepared::Batch const &batch)
{
    sf::RenderStates states{mode_of(batch.blend)};
    states.texture = batch.texture;
    return states;
}

void Painter::add(Batcher &into, Text const &text)
{
    auto const letters = decode_utf8(text.utf8);
    if (text.halo_width > 0 && text.halo.a > 0) {
        add_glyphs(into, text, letters, text.halo_width, text.halo);
    }
    add_glyphs(into, text, letters, 0, text.colour);
}

void Painter::add_glyphs(Batcher &into, Text const &text, std::u32string const &letters, float outline, Colour colour)
{
    auto &font = m_fonts[static_cast<std::size_t>(text.face)];
    auto const size = static_cast<unsigned>(std::max(1.0F, std::round(text.size)));
    auto const &glyphs = glyphs_of({text.face, size, outline}, letters);
    float const radians = text.angle_deg * std::numbers::pi_v<float> / 180;
    ScreenPoint const direction{std::cos(radians), std::sin(radians)};
    float pen = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        LetterPose pose{{text.at.x + direction.x * pen, text.at.y + direction.y * pen}, text.angle_deg};
        if (i < text.letters.size()) {
            pose = text.letters[i];
        }
        add_glyph(m_item, glyphs.at(letters[i]), pose, to_sf(colour));
        pen += m_metrics.advance(text.face, letters[i], text.size) + text.spacing;
    }
    into.add(m_item, &font.getTexture(size), Prepared::Blend::over);
}

Painter::Glyphs const &Painter::glyphs_of(GlyphKey const &key, std::u32string const &letters)
{
    auto &glyphs = m_glyphs[key];
    for (char32_t const letter : letters) {
        auto const [entry, is_new] = glyphs.try_emplace(letter);
        if (is_new) { // what SFML has put on a page of letters stays where it is, though the page grows
            entry->second = m_fonts[static_cast<std::size_t>(key.face)].getGlyph(letter, key.size, false, key.outline);
        }
    }
    return glyphs;
}

void Painter::add(Batcher &into, Image const &image)
{
    if (!image.raster || image.raster->width == 0) {
        return;
    }
    auto const &texture = texture_of(image.raster);
    auto const width = static_cast<float>(image.raster->width);
    auto const height = static_cast<float>(image.raster->height);
    // A multiplied picture has its strength in its own greys, another in its alpha.
    sf::Color const tint = image.multiply ? sf::Color::White : sf::Color{255, 255, 255, image.opacity};
    std::array<sf::Vertex, 4> const corners{sf::Vertex{to_sf(image.corners[0]), tint, {0, 0}},
                                            {to_sf(image.corners[1]), tint, {width, 0}},
                                            {to_sf(image.corners[2]), tint, {width, height}},
                                            {to_sf(image.corners[3]), tint, {0, height}}};
    for (std::size_t const i : {0U, 1U, 2U, 0U, 2U, 3U}) {
        m_item.push_back(corners[i]);
    }
    into.add(m_item, &texture, image.multiply ? Prepared::Blend::multiply : Prepared::Blend::over);
}

sf::Texture const &Painter::texture_of(std::shared_ptr<Raster const> const &raster)
{
    auto &entry = m_rasters[raster.get()];
    if (entry.source.lock() != raster) {
        sf::Image image;
        image.create(raster->width, raster->height, raster->rgba.data());
        entry.texture = std::make_unique<sf::Texture>();
        if (!entry.texture->loadFromImage(image)) {
            throw std::runtime_error{"a picture is too large for this computer's graphics"};
        }
        entry.texture->setSmooth(true);
        entry.source = raster;
    }
    return *entry.texture;
}

sf::Texture const &Painter::pattern(Pattern which)
{
    auto &texture = m_patterns[which];
    if (!texture) {
        texture = std::make_unique<sf::Texture>();
        texture->loadFromImage(pattern_image(which));
        texture->setRepeated(true);
    }
    return *texture;
}

} // namespace app
