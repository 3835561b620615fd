#pragma once

#include "app/scene/scene.hpp"

#include <cairo/cairo.h>

#include <memory>

namespace app {

/// The fonts of the map for Cairo. Surfaces keep what they use of it: it may go before them.
class CairoFonts
{
public:
    /// \throws std::runtime_error naming a font that is missing
    CairoFonts();
    ~CairoFonts();
    CairoFonts(CairoFonts const &) = delete;
    CairoFonts &operator=(CairoFonts const &) = delete;

    [[nodiscard]] cairo_font_face_t *face(Face face) const;
    /// Of the letter in the font; 0 if it has none.
    [[nodiscard]] unsigned long glyph(Face face, char32_t letter) const;

private:
    struct Faces;
    std::unique_ptr<Faces> m_faces;
};

} // namespace app
