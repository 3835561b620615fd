#include "app/scene/symbols.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace app {
namespace {

using Points = std::vector<ScreenPoint>;

/// Corners that a circle needs to look round.
int corners_of(float radius)
{
    constexpr float flat = 0.1F; // pixels between a chord and its arc
    return std::max(
        8, static_cast<int>(std::ceil(std::numbers::pi_v<float> / std::acos(1 - flat / std::max(radius, 1.0F)))));
}

Points circle(ScreenPoint c, float rx, float ry)
{
    int const steps = corners_of(std::max(rx, ry));
    Points points;
    for (int i = 0; i < steps; ++i) {
        float const a = static_cast<float>(i) / static_cast<float>(steps) * 2 * std::numbers::pi_v<float>;
        points.push_back({c.x + std::cos(a) * rx, c.y + std::sin(a) * ry});
    }
    return points;
}

Fill filled(Points points, Colour colour)
{
    Fill fill;
    fill.ring_ends = {static_cast<std::uint32_t>(points.size())};
    fill.points = std::move(points);
    fill.colour = colour;
    return fill;
}

/// An area with smooth edges: the fill and a thin stroke about it.
void add_area(Points const &points, Colour colour, std::vector<Item> &out)
{
    out.emplace_back(filled(points, colour));
    Stroke edge;
    edge.points = points;
    edge.closed = true;
    edge.width = 1;
    edge.colour = colour;
    out.emplace_back(std::move(edge));
}

Points frame_points(Frame frame, ScreenPoint m, float w, float h)
{
    switch (frame) {
    case Frame::rounded: {
        Points points;
        float const r = h * 0.6F;
        std::array<ScreenPoint, 4> const corners{ScreenPoint{m.x + w - r, m.y + h - r},
                                                 {m.x - w + r, m.y + h - r},
                                                 {m.x - w + r, m.y - h + r},
                                                 {m.x + w - r, m.y - h + r}};
        int const steps = (corners_of(r) + 3) / 4;
        for (int k = 0; k < 4; ++k) {
            for (int i = 0; i <= steps; ++i) {
                float const a = (static_cast<float>(k) + static_cast<float>(i) / static_cast<float>(steps)) *
                                std::numbers::pi_v<float> / 2;
                auto const &c = corners[static_cast<std::size_t>(k)];
                points.push_back({c.x + std::cos(a) * r, c.y + std::sin(a) * r});
            }
        }
        return points;
    }
    case Frame::hexagon:
        return {{m.x - w * 0.72F, m.y - h}, {m.x + w * 0.72F, m.y - h}, {m.x + w, m.y},
                {m.x + w * 0.72F, m.y + h}, {m.x - w * 0.72F, m.y + h}, {m.x - w, m.y}};
    case Frame::cut:
        return {{m.x - w * 0.74F, m.y - h}, {m.x + w, m.y - h}, {m.x + w, m.y + h * 0.5F},
                {m.x + w * 0.74F, m.y + h}, {m.x - w, m.y + h}, {m.x - w, m.y - h * 0.5F}};
    case Frame::barrel:
        return circle(m, w, h);
    case Frame::arch:
        return {{m.x - w, m.y - h * 0.4F},
                {m.x - w * 0.6F, m.y - h * 0.85F},
                {m.x, m.y - h},
                {m.x + w * 0.6F, m.y - h * 0.85F},
                {m.x + w, m.y - h * 0.4F},
                {m.x + w, m.y + h},
                {m.x - w, m.y + h}};
    case Frame::shield:
        return {{m.x - w, m.y - h},
                {m.x + w, m.y - h},
                {m.x + w, m.y + h * 0.3F},
                {m.x, m.y + h * 1.12F},
                {m.x - w, m.y + h * 0.3F}};
    case Frame::slant:
        return {{m.x - w * 0.68F, m.y - h}, {m.x + w, m.y - h}, {m.x + w * 0.68F, m.y + h}, {m.x - w, m.y + h}};
    case Frame::trapeze:
        return {{m.x - w * 0.66F, m.y - h}, {m.x + w * 0.66F, m.y - h}, {m.x + w, m.y + h}, {m.x - w, m.y + h}};
    case Frame::pointer:
        return {{m.x - w, m.y - h},
                {m.x + w * 0.6F, m.y - h},
                {m.x + w, m.y},
                {m.x + w * 0.6F, m.y + h},
                {m.x - w, m.y + h}};
    case Frame::basin:
        return {{m.x - w, m.y - h}, {m.x + w, m.y - h}, {m.x + w * 0.66F, m.y + h}, {m.x - w * 0.66F, m.y + h}};
    case Frame::octagon:
        return {{m.x - w * 0.62F, m.y - h}, {m.x + w * 0.62F, m.y - h}, {m.x + w, m.y - h * 0.45F},
                {m.x + w, m.y + h * 0.45F}, {m.x + w * 0.62F, m.y + h}, {m.x - w * 0.62F, m.y + h},
                {m.x - w, m.y + h * 0.45F}, {m.x - w, m.y - h * 0.45F}};
    default:
        return {{m.x - w, m.y - h}, {m.x + w, m.y - h}, {m.x + w, m.y + h}, {m.x - w, m.y + h}};
    }
}

/// A regular shape of so many corners, or a star whose inner corners lie at `inner` of the radius.
Points corners(ScreenPoint c, float r, int count, float turn, float inner = 1)
{
    Points points;
    int const all = inner < 1 ? 2 * count : count;
    for (int i = 0; i < all; ++i) {
        float const a = (static_cast<float>(i) / static_cast<float>(all) + turn) * 2 * std::numbers::pi_v<float>;
        float const here = inner < 1 && i % 2 == 1 ? r * inner : r;
        points.push_back({c.x + std::sin(a) * here, c.y - std::cos(a) * here});
    }
    return points;
}

Points event_points(EventMark mark, ScreenPoint at, float r)
{
    switch (mark) {
    case EventMark::disc:
        return circle(at, r * 0.92F, r * 0.92F);
    case EventMark::square:
        return corners(at, r * 1.2F, 4, 0.125F);
    case EventMark::triangle:
        return corners(at, r * 1.15F, 3, 0);
    case EventMark::wedge:
        return corners(at, r * 1.15F, 3, 0.5F);
    case EventMark::hexagon:
        return corners(at, r * 1.05F, 6, 0);
    case EventMark::star:
        return corners(at, r * 1.2F, 5, 0, 0.5F);
    case EventMark::cross:
        return corners(at, r * 1.2F, 4, 0, 0.55F);
    case EventMark::bar:
        return {{at.x - r, at.y - r * 0.55F},
                {at.x + r, at.y - r * 0.55F},
                {at.x + r, at.y + r * 0.55F},
                {at.x - r, at.y + r * 0.55F}};
    default:
        return corners(at, r, 4, 0);
    }
}

/// Signs are drawn in a field of 20 by 14 about the middle.
class Sign
{
public:
    Sign(ScreenPoint middle, float scale, Colour ink, std::vector<Item> &out)
    : m{middle}, k{scale}, m_ink{ink}, m_out{out}
    {}

    void line(std::initializer_list<ScreenPoint> points, float width = 2, bool closed = false)
    {
        Stroke stroke;
        for (auto const &p : points) {
            stroke.points.push_back(at(p));
        }
        stroke.width = width * k;
        stroke.colour = m_ink;
        stroke.closed = closed;
        stroke.cap = Cap::round;
        m_out.emplace_back(std::move(stroke));
    }
    void area(std::initializer_list<ScreenPoint> points)
    {
        Points moved;
        for (auto const &p : points) {
            moved.push_back(at(p));
        }
        add_area(moved, m_ink, m_out);
    }
    void dot(ScreenPoint p, float radius) { add_area(circle(at(p), radius * k, radius * k), m_ink, m_out); }
    void hoop(ScreenPoint p, float radius)
    {
        Stroke stroke;
        stroke.points = circle(at(p), radius * k, radius * k);
        stroke.closed = true;
        stroke.width = 1.8F * k;
        stroke.colour = m_ink;
        m_out.emplace_back(std::move(stroke));
    }

private:
    [[nodiscard]] ScreenPoint at(ScreenPoint p) const { return {m.x + p.x * k, m.y + p.y * k}; }

    ScreenPoint m;
    float k;
    Colour m_ink;
    std::vector<Item> &m_out;
};

void armoured_train(Sign &s)
{
    s.line({{-10, 3}, {-10, -2}, {-6, -2}, {-6, -5}, {-1, -5}, {-1, -2}, {3, -2}, {3, -4}, {8, -4}, {10, -1}, {10, 3}},
           1.8F, true);
    s.line({{8, -4}, {11, -4}}, 1.6F);
    for (float const x : {-6.5F, 0.0F, 6.5F}) {
        s.hoop({x, 5}, 2.2F);
    }
}

void flotilla(Sign &s)
{
    s.line({{0, -3}, {0, 7}}, 2);
    s.hoop({0, -5.5F}, 2);
    s.line({{-4, -1}, {4, -1}}, 1.8F);
    s.line({{-7, 3}, {-4.5F, 6}, {0, 7.5F}, {4.5F, 6}, {7, 3}}, 2);
}

void garrison(Sign &s)
{
    s.line({{-9, 6},
            {-9, -5},
            {-5, -5},
            {-5, -2},
            {-2, -2},
            {-2, -5},
            {2, -5},
            {2, -2},
            {5, -2},
            {5, -5},
            {9, -5},
            {9, 6}},
           1.9F, true);
}

} // namespace

Frame frame_of(std::size_t side)
{
    constexpr std::size_t frames = static_cast<std::size_t>(Frame::octagon) + 1;
    return static_cast<Frame>(side % frames);
}

Fill disc(ScreenPoint centre, float radius, Colour colour)
{
    return filled(circle(centre, radius, radius), colour);
}

Stroke ring(ScreenPoint centre, float radius, float width, Colour colour)
{
    Stroke stroke;
    stroke.points = circle(centre, radius, radius);
    stroke.closed = true;
    stroke.width = width;
    stroke.colour = colour;
    return stroke;
}

namespace {

void draw_sign(Sign &s, std::string_view sign)
{
    if (sign == "armoured_train") {
        armoured_train(s);
    } else if (sign == "rifle") {
        s.line({{-17, -12}, {17, 12}}, 2);
        s.line({{-17, 12}, {17, -12}}, 2);
    } else if (sign == "cavalry") {
        s.line({{-17, 12}, {17, -12}}, 2.2F);
    } else if (sign == "flotilla") {
        flotilla(s);
    } else if (sign == "garrison") {
        garrison(s);
    } else if (sign == "insurgents") {
        s.area({{0, -7}, {7, 0}, {0, 7}, {-7, 0}});
    } else if (sign == "headquarters") {
        s.line({{-5, 8}, {-5, -7}}, 2);
        s.area({{-5, -7}, {8, -4}, {-5, 0}});
    } else if (sign == "landing") {
        s.line({{0, -8}, {0, 4}}, 2);
        s.area({{-5, 1}, {5, 1}, {0, 7}});
        s.line({{-10, 8}, {10, 8}}, 1.8F);
    } else if (sign == "detachment") {
        s.dot({-6, 0}, 2.4F);
        s.dot({0, 0}, 2.4F);
        s.dot({6, 0}, 2.4F);
    } else if (sign == "security") {
        s.line({{0, -8}, {7, -5}, {6, 2}, {0, 8}, {-6, 2}, {-7, -5}}, 2, true);
    }
}

/// Strokes over the frame: their number tells the size of the unit.
void draw_echelon(ScreenPoint foot, float scale, Echelon echelon, Colour ink, Colour paper, std::vector<Item> &out)
{
    struct Mark
    {
        char kind; // of stroke: upright, crossed or a dot
        int count;
    };
    constexpr std::array<Mark, 10> marks{Mark{' ', 0}, {'.', 3}, {'I', 1}, {'I', 2}, {'I', 3},
                                         {'X', 1},     {'X', 2}, {'X', 3}, {'X', 4}, {'X', 5}};
    auto const [kind, count] = marks[static_cast<std::size_t>(echelon)];
    float const step = (kind == 'X' ? 6.4F : 4.0F) * scale;
    float const r = 2.1F * scale;
    std::vector<Stroke> strokes;
    for (int i = 0; i < count; ++i) {
        float const x = foot.x + (static_cast<float>(i) - static_cast<float>(count - 1) / 2) * step;
        float const y = foot.y - r - 0.8F * scale;
        auto const line = [&](float dx) {
            Stroke stroke;
            stroke.points = {{x - dx, y - r}, {x + dx, y + r}};
            stroke.width = 1.5F * scale;
            stroke.colour = ink;
            strokes.push_back(std::move(stroke));
        };
        if (kind == '.') {
            out.emplace_back(disc({x, y}, 2.2F * scale, paper));
            out.emplace_back(disc({x, y}, 1.3F * scale, ink));
        } else if (kind == 'I') {
            line(0);
        } else {
            line(r);
            line(-r);
        }
    }
    for (auto halo : strokes) {
        halo.width += 2.4F * scale;
        halo.colour = paper;
        out.emplace_back(std::move(halo));
    }
    out.insert(out.end(), strokes.begin(), strokes.end());
}

} // namespace

Echelon echelon_of(std::string_view kind)
{
    constexpr std::array<std::pair<std::string_view, Echelon>, 10> endings{{{"front", Echelon::front},
                                                                            {"army", Echelon::army},
                                                                            {"corps", Echelon::corps},
                                                                            {"division", Echelon::division},
                                                                            {"brigade", Echelon::brigade},
                                                                            {"regiment", Echelon::regiment},
                                                                            {"battalion", Echelon::battalion},
                                                                            {"company", Echelon::company},
                                                                            {"squadron", Echelon::company},
                                                                            {"detachment", Echelon::detachment}}};
    auto const found = std::ranges::find_if(endings, [&](auto const &one) { return kind.ends_with(one.first); });
    return found == endings.end() ? Echelon::none : found->second;
}

void draw_unit(ScreenPoint m, float scale, UnitSymbol const &symbol, std::vector<Item> &out)
{
    float const w = symbol_width / 2 * scale;
    float const h = symbol_height / 2 * scale;
    float const edge = 2.5F * scale;
    auto const &paper = symbol.paper;
    add_area(frame_points(symbol.frame, {m.x, m.y + 1.5F * scale}, w + edge + 0.5F, h + edge + 0.5F),
             {0, 0, 0, static_cast<std::uint8_t>(paper.a / 6)}, out);
    add_area(frame_points(symbol.frame, m, w + edge, h + edge), paper, out);
    add_area(frame_points(symbol.frame, m, w, h), symbol.side, out);
    Sign sign{m, scale, paper, out};
    draw_sign(sign, symbol.sign);
    draw_echelon({m.x, m.y - h - 0.6F * scale}, scale, symbol.echelon, symbol.side, paper, out);
}

void draw_place(ScreenPoint at, std::string_view kind, int rank, Colour ink, Colour paper, std::vector<Item> &out)
{
    float const r = rank <= 2 ? 4.6F : rank == 3 ? 3.8F : 3.0F;
    if (kind == "region") {
        return;
    }
    if (kind == "capital") {
        auto const square = [&](float s) {
            return Points{{at.x - s, at.y - s}, {at.x + s, at.y - s}, {at.x + s, at.y + s}, {at.x - s, at.y + s}};
        };
        add_area(square(r + 1.6F), ink, out);
        add_area(square(r - 0.2F), paper, out);
        add_area(square(1.4F), ink, out);
        return;
    }
    if (kind == "bridge" || kind == "river_crossing") {
        Stroke bar;
        bar.points = {{at.x - r, at.y - r}, {at.x + r, at.y + r}};
        bar.width = 3;
        bar.colour = ink;
        out.emplace_back(std::move(bar));
        return;
    }
    if (kind == "fort") {
        add_area({{at.x - r - 1, at.y + r}, {at.x, at.y - r - 1.5F}, {at.x + r + 1, at.y + r}}, ink, out);
        return;
    }
    bool const hollow = kind != "building" && kind != "prison" && kind != "mine";
    add_area(circle(at, r + 1, r + 1), ink, out);
    if (hollow) {
        add_area(circle(at, r - 0.9F, r - 0.9F), paper, out);
    }
}

EventMark mark_of(std::size_t category)
{
    return static_cast<EventMark>(category % 9);
}

void draw_event_mark(ScreenPoint at, EventMark mark, Colour colour, Colour paper, bool strong, std::vector<Item> &out)
{
    float const r = strong ? 7.0F : 5.0F;
    if (strong) {
        out.emplace_back(ring(at, 14, 2, colour));
    }
    add_area(event_points(mark, at, r + 2.5F), paper, out);
    add_area(event_points(mark, at, r), colour, out);
}

} // namespace app
