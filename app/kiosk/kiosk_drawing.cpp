#include "app/kiosk/kiosk_drawing.hpp"

#include "app/scene/symbols.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace app {
namespace {

std::vector<ScreenPoint> round_corners(Rect const &rect, float radius)
{
    float const r = std::min({radius, (rect.right - rect.left) / 2, (rect.bottom - rect.top) / 2});
    std::array<ScreenPoint, 4> const centres{
        ScreenPoint{rect.right - r, rect.bottom - r}, ScreenPoint{rect.left + r, rect.bottom - r},
        ScreenPoint{rect.left + r, rect.top + r}, ScreenPoint{rect.right - r, rect.top + r}};
    int const steps = std::clamp(static_cast<int>(r / 3), 4, 24);
    std::vector<ScreenPoint> points;
    for (std::size_t k = 0; k < centres.size(); ++k) {
        for (int i = 0; i <= steps; ++i) {
            float const angle = (static_cast<float>(k) + static_cast<float>(i) / static_cast<float>(steps)) *
                                std::numbers::pi_v<float> / 2;
            points.push_back({centres[k].x + std::cos(angle) * r, centres[k].y + std::sin(angle) * r});
        }
    }
    return points;
}

Rect grown(Rect const &rect, float by)
{
    return {rect.left - by, rect.top - by, rect.right + by, rect.bottom + by};
}

} // namespace

KioskColours kiosk_colours(bool high_contrast)
{
    if (!high_contrast) {
        return {};
    }
    KioskColours c;
    c.paper = c.button = {0xFF, 0xFF, 0xFF, 0xFF};
    c.edge = c.text = c.chosen = {0, 0, 0, 0xFF};
    c.quiet = {0x3A, 0x37, 0x2E, 0xFF};
    c.accent = {0x8C, 0x0F, 0x0A, 0xFF};
    c.pressed = {0xFF, 0xE9, 0xA8, 0xFF};
    c.track = {0xBD, 0xB7, 0xA6, 0xFF};
    c.focus = {0x00, 0x3C, 0x8C, 0xFF};
    return c;
}

void KioskBrush::rounded(Rect const &rect, float radius, Colour colour)
{
    Fill fill;
    fill.points = round_corners(rect, radius);
    fill.ring_ends = {static_cast<std::uint32_t>(fill.points.size())};
    fill.colour = colour;
    m_out.emplace_back(std::move(fill));
}

void KioskBrush::outline(Rect const &rect, float radius, float width, Colour colour)
{
    stroke(round_corners(rect, radius), width, colour, true);
}

void KioskBrush::stroke(std::vector<ScreenPoint> points, float width, Colour colour, bool closed)
{
    Stroke made;
    made.points = std::move(points);
    made.width = width;
    made.colour = colour;
    made.closed = closed;
    made.cap = Cap::round;
    m_out.emplace_back(std::move(made));
}

void KioskBrush::triangle(ScreenPoint a, ScreenPoint b, ScreenPoint c, Colour colour)
{
    Fill fill;
    fill.points = {a, b, c};
    fill.ring_ends = {3};
    fill.colour = colour;
    m_out.emplace_back(std::move(fill));
    stroke({a, b, c}, 1.5F * m_u, colour, true); // its edges are smooth
}

void KioskBrush::sheet(Rect const &rect, float radius)
{
    auto const below = rect.moved({0, 4 * m_u});
    for (int i = 0; i < 5; ++i) {
        float const by = (static_cast<float>(i) * 2 + 1) * m_u;
        outline(grown(below, by), radius + by, 2.6F * m_u, {40, 34, 20, static_cast<std::uint8_t>(36 - 7 * i)});
    }
    rounded(rect, radius, m_colours.paper);
    outline(rect, radius, 1.4F * m_u, m_colours.edge);
}

void KioskBrush::button(Rect const &rect, ButtonFace const &face, float type)
{
    using Ground = ButtonFace::Ground;
    auto const &c = m_colours;
    float const height = rect.bottom - rect.top;
    float const radius = face.round ? height / 2 : 14 * m_u;
    auto const ground = face.ground == Ground::accent   ? c.accent
                        : face.ground == Ground::chosen ? c.chosen
                        : face.pressed                  ? c.pressed
                                                        : c.button;
    auto const ink = face.ground == Ground::accent   ? c.on_accent
                     : face.ground == Ground::chosen ? c.on_chosen
                                                     : c.text;
    auto const shown = face.pressed && face.ground != Ground::plain ? grown(rect, -3 * m_u) : rect;
    rounded(shown, radius, ground);
    outline(shown, radius, 2 * m_u, face.ground == Ground::plain ? c.edge : ground);
    if (face.focused) {
        outline(grown(rect, 6 * m_u), radius + 6 * m_u, 5 * m_u, c.focus);
    }
    ScreenPoint const middle{(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2};
    if (face.icon == KioskIcon::none) {
        centred(grown(rect, -8 * m_u), face.words, Face::sans, type, ink);
        return;
    }
    if (face.words.empty()) {
        icon(face.icon, middle, height / 2, ink);
        return;
    }
    float const size = height * 0.62F;
    float const gap = 8 * m_u;
    float const room = rect.right - rect.left - size - 4 * gap;
    float const width = std::min(room, m_fonts.width(Face::sans, face.words, type));
    float const left = middle.x - (size + gap + width) / 2;
    icon(face.icon, {left + size / 2, middle.y}, size / 2, ink);
    centred({left + size + gap, rect.top, left + size + gap + width, rect.bottom}, face.words, Face::sans, type, ink);
}

void KioskBrush::centred(Rect const &rect, std::string const &words, Face face, float size, Colour colour)
{
    float const room = rect.right - rect.left;
    float width = m_fonts.width(face, words, size);
    if (width > room && width > 0) {
        size *= room / width;
        width = room;
    }
    float const rise = m_fonts.cap_height(face, size) / 2;
    m_out.emplace_back(Text{{(rect.left + rect.right - width) / 2, (rect.top + rect.bottom) / 2 + rise},
                            words,
                            face,
                            size,
                            colour,
                            {},
                            0,
                            0,
                            0});
}

float KioskBrush::line(ScreenPoint at, std::string const &words, Face face, float size, Colour colour, float most)
{
    float width = m_fonts.width(face, words, size);
    if (width > most && width > 0) {
        size *= most / width;
        width = most;
    }
    m_out.emplace_back(Text{at, words, face, size, colour, {}, 0, 0, 0});
    return width;
}

void KioskBrush::cross_strokes(ScreenPoint c, float r, bool upright, bool level, Colour colour)
{
    if (level) {
        stroke({{c.x - r, c.y}, {c.x + r, c.y}}, r * 0.24F, colour);
    }
    if (upright) {
        stroke({{c.x, c.y - r}, {c.x, c.y + r}}, r * 0.24F, colour);
    }
}

void KioskBrush::icon(KioskIcon icon, ScreenPoint c, float r, Colour colour)
{
    auto const at = [&](float x, float y) { return ScreenPoint{c.x + x * r, c.y + y * r}; };
    auto const bar = [&](float left, float right, float half) {
        rounded({c.x + left * r, c.y - half * r, c.x + right * r, c.y + half * r}, r * 0.04F, colour);
    };
    switch (icon) {
    case KioskIcon::none:
        break;
    case KioskIcon::play:
        triangle(at(-0.26F, -0.4F), at(0.44F, 0), at(-0.26F, 0.4F), colour);
        break;
    case KioskIcon::pause:
        bar(-0.32F, -0.1F, 0.38F);
        bar(0.1F, 0.32F, 0.38F);
        break;
    case KioskIcon::previous:
        bar(-0.42F, -0.3F, 0.28F);
        triangle(at(0.06F, -0.28F), at(-0.3F, 0), at(0.06F, 0.28F), colour);
        triangle(at(0.42F, -0.28F), at(0.06F, 0), at(0.42F, 0.28F), colour);
        break;
    case KioskIcon::next:
        bar(0.3F, 0.42F, 0.28F);
        triangle(at(-0.06F, -0.28F), at(0.3F, 0), at(-0.06F, 0.28F), colour);
        triangle(at(-0.42F, -0.28F), at(-0.06F, 0), at(-0.42F, 0.28F), colour);
        break;
    case KioskIcon::plus:
        cross_strokes(c, r * 0.36F, true, true, colour);
        break;
    case KioskIcon::minus:
        cross_strokes(c, r * 0.36F, false, true, colour);
        break;
    case KioskIcon::home:
        stroke({at(-0.42F, 0.02F), at(0, -0.38F), at(0.42F, 0.02F)}, r * 0.1F, colour);
        stroke({at(-0.28F, -0.06F), at(-0.28F, 0.38F), at(0.28F, 0.38F), at(0.28F, -0.06F)}, r * 0.1F, colour);
        break;
    case KioskIcon::close:
        stroke({at(-0.27F, -0.27F), at(0.27F, 0.27F)}, r * 0.1F, colour);
        stroke({at(0.27F, -0.27F), at(-0.27F, 0.27F)}, r * 0.1F, colour);
        break;
    case KioskIcon::large: {
        auto const letter = [&](float left, float size) {
            m_out.emplace_back(
                Text{at(left, 0.28F), "A", Face::sans_bold, r * size, colour, {}, 0, 0, 0});
        };
        letter(-0.5F, 0.6F);
        letter(-0.1F, 0.95F);
        break;
    }
    case KioskIcon::headphones: {
        std::vector<ScreenPoint> band;
        for (int i = 0; i <= 20; ++i) {
            float const angle = std::numbers::pi_v<float> * (1 + static_cast<float>(i) / 20);
            band.push_back(at(0.4F * std::cos(angle), 0.08F + 0.44F * std::sin(angle)));
        }
        stroke(std::move(band), r * 0.1F, colour);
        for (float const side : {-0.38F, 0.38F}) {
            rounded({c.x + (side - 0.1F) * r, c.y + 0.04F * r, c.x + (side + 0.1F) * r, c.y + 0.42F * r}, r * 0.09F,
                    colour);
        }
        break;
    }
    case KioskIcon::erase:
        stroke({at(-0.42F, 0), at(-0.16F, -0.28F), at(0.4F, -0.28F), at(0.4F, 0.28F), at(-0.16F, 0.28F)}, r * 0.08F,
               colour, true);
        stroke({at(-0.02F, -0.12F), at(0.22F, 0.12F)}, r * 0.08F, colour);
        stroke({at(0.22F, -0.12F), at(-0.02F, 0.12F)}, r * 0.08F, colour);
        break;
    case KioskIcon::enter:
        stroke({at(-0.32F, 0.02F), at(-0.08F, 0.28F), at(0.36F, -0.26F)}, r * 0.12F, colour);
        break;
    }
}

} // namespace app
