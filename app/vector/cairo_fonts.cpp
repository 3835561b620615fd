#include "app/vector/cairo_fonts.hpp"

#include "app/scene/font_metrics.hpp"

#include <cairo/cairo-ft.h>
#include <fmt/format.h>

#include <array>
#include <stdexcept>

namespace app {
namespace {

constexpr std::size_t count = 5; ///< of Face

/// A library and its faces live until the last Cairo font that uses them is gone.
struct Library
{
    FT_Library library = nullptr;
    Library()
    {
        if (FT_Init_FreeType(&library) != 0) {
            throw std::runtime_error{"FreeType cannot be started"};
        }
    }
    ~Library() { FT_Done_FreeType(library); }
    Library(Library const &) = delete;
    Library &operator=(Library const &) = delete;
};

struct OpenFace
{
    std::shared_ptr<Library> library;
    FT_Face face = nullptr;
    OpenFace(std::shared_ptr<Library> owner, std::string const &file) : library{std::move(owner)}
    {
        if (FT_New_Face(library->library, file.c_str(), 0, &face) != 0) {
            throw std::runtime_error{fmt::format("{}: is no usable font", file)};
        }
    }
    ~OpenFace() { FT_Done_Face(face); }
    OpenFace(OpenFace const &) = delete;
    OpenFace &operator=(OpenFace const &) = delete;
};

void release(void *face)
{
    delete static_cast<std::shared_ptr<OpenFace> *>(face);
}

} // namespace

struct CairoFonts::Faces
{
    std::array<std::shared_ptr<OpenFace>, count> open;
    std::array<cairo_font_face_t *, count> fonts{};

    Faces()
    {
        auto const library = std::make_shared<Library>();
        static cairo_user_data_key_t const key{};
        for (std::size_t i = 0; i < count; ++i) {
            open[i] = std::make_shared<OpenFace>(library, font_file(static_cast<Face>(i)).string());
            fonts[i] = cairo_ft_font_face_create_for_ft_face(open[i]->face, FT_LOAD_NO_HINTING);
            cairo_font_face_set_user_data(fonts[i], &key, new std::shared_ptr<OpenFace>{open[i]}, release);
        }
    }
    ~Faces()
    {
        for (auto *const font : fonts) {
            cairo_font_face_destroy(font);
        }
    }
    Faces(Faces const &) = delete;
    Faces &operator=(Faces const &) = delete;
};

CairoFonts::CairoFonts() : m_faces{std::make_unique<Faces>()} {}
CairoFonts::~CairoFonts() = default;

cairo_font_face_t *CairoFonts::face(Face face) const
{
    return m_faces->fonts[static_cast<std::size_t>(face)];
}

unsigned long CairoFonts::glyph(Face face, char32_t letter) const
{
    return FT_Get_Char_Index(m_faces->open[static_cast<std::size_t>(face)]->face, letter);
}

} // namespace app
