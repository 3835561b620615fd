#include "app/scene/font_metrics.hpp"

#include "geo/io/text_line.hpp"

#include <fmt/format.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <array>
#include <stdexcept>
#include <unordered_map>

namespace app {
namespace {

constexpr std::array<char const *, 5> files{"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf",
                                            "NotoSerif-Regular.ttf", "NotoSerif-Italic.ttf"};
constexpr std::array<char const *, 3> folders{"/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto",
                                              "/usr/local/share/fonts/noto"};

} // namespace

std::filesystem::path font_file(Face face)
{
    char const *const file = files[static_cast<std::size_t>(face)];
    for (char const *const folder : folders) {
        if (auto path = std::filesystem::path{folder} / file; std::filesystem::exists(path)) {
            return path;
        }
    }
    throw std::runtime_error{fmt::format("the font {} is not installed; install the package fonts-noto-core", file)};
}

struct FontMetrics::Faces
{
    FT_Library library = nullptr;
    std::array<FT_Face, files.size()> faces{};
    mutable std::array<std::unordered_map<char32_t, float>, files.size()> advances; ///< per em

    Faces()
    {
        if (FT_Init_FreeType(&library) != 0) {
            throw std::runtime_error{"FreeType cannot be started"};
        }
    }
    Faces(Faces const &) = delete;
    Faces &operator=(Faces const &) = delete;
    ~Faces()
    {
        for (auto *const face : faces) {
            FT_Done_Face(face);
        }
        FT_Done_FreeType(library);
    }

    [[nodiscard]] FT_Face face(Face which) const { return faces[static_cast<std::size_t>(which)]; }
};

FontMetrics::FontMetrics() : m_faces{std::make_unique<Faces>()}
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto const path = font_file(static_cast<Face>(i));
        if (FT_New_Face(m_faces->library, path.c_str(), 0, &m_faces->faces[i]) != 0) {
            throw std::runtime_error{fmt::format("{}: is no usable font", path.string())};
        }
    }
}

FontMetrics::~FontMetrics() = default;

float FontMetrics::advance(Face face, char32_t letter, float size) const
{
    auto &known = m_faces->advances[static_cast<std::size_t>(face)];
    auto const [entry, is_new] = known.try_emplace(letter, 0.0F);
    if (is_new) {
        auto *const f = m_faces->face(face);
        if (FT_Load_Char(f, letter, FT_LOAD_NO_SCALE) == 0) {
            entry->second = static_cast<float>(f->glyph->advance.x) / static_cast<float>(f->units_per_EM);
        }
    }
    return entry->second * size;
}

float FontMetrics::width(Face face, std::string_view utf8, float size, float spacing) const
{
    float total = 0;
    auto const letters = decode_utf8(utf8);
    for (char32_t const letter : letters) {
        total += advance(face, letter, size);
    }
    return total + spacing * static_cast<float>(letters.empty() ? 0 : letters.size() - 1);
}

float FontMetrics::cap_height(Face, float size) const
{
    return 0.714F * size; // of Noto Sans and Noto Serif alike
}

float FontMetrics::ascent(Face face, float size) const
{
    auto *const f = m_faces->face(face);
    return static_cast<float>(f->ascender) / static_cast<float>(f->units_per_EM) * size;
}

float FontMetrics::descent(Face face, float size) const
{
    auto *const f = m_faces->face(face);
    return -static_cast<float>(f->descender) / static_cast<float>(f->units_per_EM) * size;
}

std::u32string decode_utf8(std::string_view utf8)
{
    std::u32string letters;
    while (!utf8.empty()) {
        auto const letter = geo::first_letter(utf8);
        letters.push_back(letter ? letter->code : U'\uFFFD');
        utf8.remove_prefix(letter ? letter->bytes : 1);
    }
    return letters;
}

std::string encode_utf8(char32_t letter)
{
    auto const byte = [](char32_t bits) { return static_cast<char>(bits); };
    auto const more = [&](unsigned shift) { return byte(0x80U | (letter >> shift & 0x3FU)); };
    if (letter < 0x80) {
        return {byte(letter)};
    }
    if (letter < 0x800) {
        return {byte(0xC0U | letter >> 6U), more(0)};
    }
    if (letter < 0x10000) {
        return {byte(0xE0U | letter >> 12U), more(6), more(0)};
    }
    return {byte(0xF0U | letter >> 18U), more(12), more(6), more(0)};
}

std::string capitals(std::string_view text)
{
    std::string result;
    for (char32_t c : decode_utf8(text)) {
        if ((c >= U'a' && c <= U'z') || (c >= U'а' && c <= U'я')) {
            c -= 32;
        } else if (c == U'ə') {
            c = U'Ə';
        } else if (c == U'ё') {
            c = U'Ё';
        } else if (c == U'ı') {
            c = U'I';
        } else if (c >= 0x100 && c < 0x180) {
            c &= ~char32_t{1}; // Latin Extended-A pairs capital and small
        } else if (c >= 0xE0 && c <= 0xFE) {
            c -= 32;
        }
        result += encode_utf8(c);
    }
    return result;
}

} // namespace app
