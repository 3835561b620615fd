#pragma once

#include "app/scene/font_metrics.hpp"
#include "app/scene/labels.hpp"

#include <string>
#include <vector>

namespace app {

/// Colours of the kiosk's paper. Every text has 4.5:1 with its ground, in high contrast 7:1.
struct KioskColours
{
    Colour paper{0xFB, 0xFA, 0xF6, 0xFF};
    Colour edge{0xCB, 0xC3, 0xB0, 0xFF};
    Colour text{0x1D, 0x22, 0x27, 0xFF};
    Colour quiet{0x5E, 0x5A, 0x4D, 0xFF};
    Colour accent{0xA8, 0x20, 0x1A, 0xFF};
    Colour on_accent{0xFF, 0xFF, 0xFF, 0xFF};
    Colour chosen{0x1D, 0x22, 0x27, 0xFF}; ///< ground of the chosen one of several
    Colour on_chosen{0xFF, 0xFF, 0xFF, 0xFF};
    Colour button{0xFF, 0xFF, 0xFF, 0xFF};
    Colour pressed{0xEB, 0xDF, 0xCF, 0xFF};
    Colour track{0xDE, 0xD8, 0xC6, 0xFF};
    Colour focus{0x0B, 0x5C, 0xAD, 0xFF}; ///< of the ring about what the four keys are at
};
[[nodiscard]] KioskColours kiosk_colours(bool high_contrast);

enum class KioskIcon { none, play, pause, previous, next, plus, minus, home, close, large, headphones, erase, enter };

/// How a button looks.
struct ButtonFace
{
    KioskIcon icon = KioskIcon::none;
    std::string words{}; ///< instead of, or right of, an icon
    enum class Ground { plain, accent, chosen } ground = Ground::plain;
    bool round = false;
    bool pressed = false;
    bool focused = false;
};

/// What the kiosk's pages are drawn with. `u` is a design unit, pixels.
class KioskBrush
{
public:
    KioskBrush(FontMetrics const &fonts, KioskColours const &colours, float u, std::vector<Item> &out)
    : m_fonts{fonts}, m_colours{colours}, m_u{u}, m_out{out}
    {}

    /// A sheet of paper with a soft shadow and round corners. \param radius pixels
    void sheet(Rect const &rect, float radius);
    void button(Rect const &rect, ButtonFace const &face, float type);
    /// A line of text about the middle of a rectangle, made smaller where it is too wide.
    void centred(Rect const &rect, std::string const &words, Face face, float size, Colour colour);
    /// One line from its left end, made smaller where it is wider. \return its width
    float line(ScreenPoint at, std::string const &words, Face face, float size, Colour colour, float most);
    void icon(KioskIcon icon, ScreenPoint centre, float r, Colour colour);
    void rounded(Rect const &rect, float radius, Colour colour);
    void outline(Rect const &rect, float radius, float width, Colour colour);

private:
    void triangle(ScreenPoint a, ScreenPoint b, ScreenPoint c, Colour colour);
    void stroke(std::vector<ScreenPoint> points, float width, Colour colour, bool closed = false);
    void cross_strokes(ScreenPoint c, float r, bool upright, bool level, Colour colour);

    FontMetrics const &m_fonts;
    KioskColours const &m_colours;
    float m_u;
    std::vector<Item> &m_out;
};

} // namespace app
