#pragma once

#include "app/scene/scene.hpp"

#include <filesystem>
#include <memory>
#include <string_view>

namespace app {

/// Finds the font files that the interface and the map use. \throws std::runtime_error naming the package to install.
[[nodiscard]] std::filesystem::path font_file(Face face);

/**
 * Widths of text by FreeType, unhinted, so that labels are placed alike with and without a display.
 * Not thread-safe.
 */
class FontMetrics
{
public:
    FontMetrics();
    ~FontMetrics();
    FontMetrics(FontMetrics const &) = delete;
    FontMetrics &operator=(FontMetrics const &) = delete;

    /// Pen advance of one letter, pixels at the size of the em.
    [[nodiscard]] float advance(Face face, char32_t letter, float size) const;
    /// Width of the text, pixels.
    [[nodiscard]] float width(Face face, std::string_view utf8, float size, float spacing = 0) const;
    /// Height of a capital letter above the baseline, pixels.
    [[nodiscard]] float cap_height(Face face, float size) const;
    [[nodiscard]] float ascent(Face face, float size) const;
    [[nodiscard]] float descent(Face face, float size) const; ///< positive, below the baseline

private:
    struct Faces;
    std::unique_ptr<Faces> m_faces;
};

/// Code points of a UTF-8 text; broken bytes become U+FFFD.
[[nodiscard]] std::u32string decode_utf8(std::string_view utf8);
[[nodiscard]] std::string encode_utf8(char32_t letter);
/// Capitals of the Latin and Cyrillic letters that our languages use.
[[nodiscard]] std::string capitals(std::string_view text);

} // namespace app
