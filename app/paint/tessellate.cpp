#include "app/paint/tessellate.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

struct Vec
{
    float x = 0;
    float y = 0;
};

Vec operator-(ScreenPoint a, ScreenPoint b)
{
    return {a.x - b.x, a.y - b.y};
}

ScreenPoint moved(ScreenPoint p, Vec by, float times)
{
    return {p.x + by.x * times, p.y + by.y * times};
}

float length(Vec v)
{
    return std::hypot(v.x, v.y);
}

/// Left of the direction from a to b, one pixel long. \pre a != b
Vec normal(ScreenPoint a, ScreenPoint b)
{
    auto const d = b - a;
    float const l = length(d);
    return {d.y / l, -d.x / l};
}

bool usable(ScreenPoint p)
{
    return std::isfinite(p.x) && std::isfinite(p.y) && std::abs(p.x) < 1e6F && std::abs(p.y) < 1e6F;
}

/// Without repeated and unusable points.
std::vector<ScreenPoint> cleaned(Stroke const &stroke)
{
    std::vector<ScreenPoint> points;
    points.reserve(stroke.points.size() + 1);
    for (auto const &p : stroke.points) {
        if (usable(p) && (points.empty() || length(p - points.back()) > 0.05F)) {
            points.push_back(p);
        }
    }
    if (stroke.closed && points.size() > 2 && length(points.front() - points.back()) > 0.05F) {
        points.push_back(points.front());
    }
    return points;
}

/// Draws one unbroken run of points.
class Runner
{
public:
    Runner(Stroke const &stroke, Triangles &out)
    : m_out{out}, m_colour{stroke.colour}, m_cap{stroke.cap}, m_soft{stroke.soft > 0}
    {
        float width = stroke.width;
        if (width < 1) {
            m_colour.a = static_cast<std::uint8_t>(static_cast<float>(m_colour.a) * std::max(0.0F, width));
            width = 1;
        }
        float const fade = std::max(0.5F, stroke.soft / 2);
        m_core = std::max(0.0F, width / 2 - fade);
        m_edge = width / 2 + fade;
        if (constexpr float hair = 0.15F; m_core < hair && !m_soft) { // as much ink without a core of its own
            m_edge += m_core;
            m_core = 0;
        }
        m_clear = m_colour;
        m_clear.a = 0;
    }

    void run(std::vector<ScreenPoint> const &points, bool closed)
    {
        if (points.size() < 2) {
            return;
        }
        auto const count = points.size();
        Vec before = closed ? normal(points[count - 2], points[count - 1]) : normal(points[0], points[1]);
        for (std::size_t i = 0; i + 1 < count; ++i) {
            auto const here = normal(points[i], points[i + 1]);
            auto const after = i + 2 < count ? normal(points[i + 1], points[i + 2])
                               : closed      ? normal(points[0], points[1])
                                             : here;
            // Joined by a mitre where the turn is gentle; an arc fills the wedge where it is sharp.
            auto const [start, start_sharp] = mitre(before, here);
            auto const [end, end_sharp] = mitre(here, after);
            segment(points[i], points[i + 1], start_sharp ? here : start, end_sharp ? here : end);
            if (start_sharp && m_core > 0.4F) {
                wedge(points[i], before, here);
            }
            before = here;
        }
        if ((m_soft || m_cap == Cap::round) && !closed) {
            auto const first = normal(points[0], points[1]);
            half_disc(points[0], {-first.x, -first.y});
            half_disc(points.back(), normal(points[count - 2], points[count - 1]));
        }
    }

private:
    static std::pair<Vec, bool> mitre(Vec a, Vec b)
    {
        float const dot = a.x * b.x + a.y * b.y;
        if (dot < -0.2F) {
            return {b, true};
        }
        float const scale = 1 / (1 + dot);
        return {{(a.x + b.x) * scale, (a.y + b.y) * scale}, false};
    }

    void quad(Vertex a, Vertex b, Vertex c, Vertex d) { m_out.insert(m_out.end(), {a, b, c, a, c, d}); }

    void segment(ScreenPoint a, ScreenPoint b, Vec na, Vec nb)
    {
        auto const left = [&](float w, Colour c) {
            return std::pair{Vertex{moved(a, na, w), c}, Vertex{moved(b, nb, w), c}};
        };
        auto const [al, bl] = left(m_core, m_colour);
        auto const [ar, br] = left(-m_core, m_colour);
        auto const [all, bll] = left(m_edge, m_clear);
        auto const [arr, brr] = left(-m_edge, m_clear);
        if (m_core > 0) {
            quad(al, bl, br, ar);
        }
        quad(all, bll, bl, al);
        quad(ar, br, brr, arr);
    }

    /// The half of a disc through which the direction is turned clockwise to its opposite.
    void half_disc(ScreenPoint c, Vec from) { arc(c, from, std::numbers::pi_v<float>); }

    /// What a sharp turn leaves open on its outer side. \param before, after normals of the pieces that meet
    void wedge(ScreenPoint c, Vec before, Vec after)
    {
        float const turn = std::atan2(before.x * after.y - before.y * after.x, before.x * after.x + before.y * after.y);
        arc(c, turn < 0 ? Vec{-before.x, -before.y} : before, turn);
    }

    /// A sector of a disc. \param angle radians, clockwise on the screen
    void arc(ScreenPoint c, Vec from, float angle)
    {
        constexpr float chord = 3; // pixels at the edge
        constexpr float bend = 0.8F;
        int const steps =
            std::max(1, static_cast<int>(std::ceil(std::abs(angle) * std::max(m_edge / chord, 1 / bend))));
        auto const on = [&](int i, float r, Colour colour) {
            float const turn = static_cast<float>(i) / static_cast<float>(steps) * angle;
            float const cosine = std::cos(turn);
            float const sine = std::sin(turn);
            return Vertex{{c.x + (from.x * cosine - from.y * sine) * r, c.y + (from.x * sine + from.y * cosine) * r},
                          colour};
        };
        for (int i = 0; i < steps; ++i) {
            if (m_core == 0) {
                m_out.insert(m_out.end(), {Vertex{c, m_colour}, on(i, m_edge, m_clear), on(i + 1, m_edge, m_clear)});
                continue;
            }
            m_out.insert(m_out.end(), {Vertex{c, m_colour}, on(i, m_core, m_colour), on(i + 1, m_core, m_colour)});
            quad(on(i, m_core, m_colour), on(i + 1, m_core, m_colour), on(i + 1, m_edge, m_clear),
                 on(i, m_edge, m_clear));
        }
    }

    Triangles &m_out;
    Colour m_colour;
    Colour m_clear;
    Cap m_cap;
    bool m_soft;
    float m_core = 0;
    float m_edge = 0;
};

struct Part
{
    std::vector<ScreenPoint> points;
    float start = 0; ///< length of the line before it
};

/// The parts of a line that come near the picture.
std::vector<Part> clipped(std::vector<ScreenPoint> const &points, float width, float height, float margin)
{
    std::vector<Part> runs;
    float gone = 0;
    auto const near = [&](ScreenPoint a, ScreenPoint b) {
        return std::max(a.x, b.x) > -margin && std::min(a.x, b.x) < width + margin && std::max(a.y, b.y) > -margin &&
               std::min(a.y, b.y) < height + margin;
    };
    bool open = false;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        bool const here = near(points[i], points[i + 1]);
        if (here && !open) {
            runs.push_back({{points[i]}, gone});
        }
        if (here) {
            runs.back().points.push_back(points[i + 1]);
        }
        open = here;
        gone += length(points[i + 1] - points[i]);
    }
    return runs;
}

/// Cuts a part of a line into its dashes. They are counted from the line's own begin, so that they stay on the map
/// wherever the view's edge cuts the line.
std::vector<std::vector<ScreenPoint>> dashes(Part const &part, std::vector<float> const &pattern)
{
    auto const &points = part.points;
    std::vector<std::vector<ScreenPoint>> runs;
    float total = 0;
    for (float const one : pattern) {
        total += one;
    }
    if (total < 0.5F) {
        return {points};
    }
    std::size_t index = 0;
    float left = pattern[0];
    bool drawing = true;
    float skip = std::fmod(part.start, total * (pattern.size() % 2 == 0 ? 1.0F : 2.0F));
    while (skip >= left) {
        skip -= left;
        drawing = !drawing;
        index = (index + 1) % pattern.size();
        left = std::max(0.1F, pattern[index]);
    }
    left -= skip;
    if (drawing) {
        runs.push_back({points.front()});
    }
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        auto const d = points[i + 1] - points[i];
        float const l = length(d);
        float gone = 0;
        while (l - gone > left) {
            gone += left;
            auto const at = moved(points[i], d, gone / l);
            if (drawing) {
                runs.back().push_back(at);
            } else {
                runs.push_back({at});
            }
            drawing = !drawing;
            index = (index + 1) % pattern.size();
            left = std::max(0.1F, pattern[index]);
        }
        left -= l - gone;
        if (drawing) {
            runs.back().push_back(points[i + 1]);
        }
    }
    return runs;
}

} // namespace

void tessellate(Fill const &fill, Triangles &out)
{
    auto const corner = [&](std::size_t i) { return Vertex{fill.points[i], fill.colour}; };
    if (fill.triangles) {
        for (auto const i : *fill.triangles) {
            out.push_back(corner(i));
        }
        return;
    }
    for (std::size_t i = 1; i + 1 < fill.points.size(); ++i) {
        out.insert(out.end(), {corner(0), corner(i), corner(i + 1)});
    }
}

void tessellate(Stroke const &stroke, float clip_width, float clip_height, Triangles &out)
{
    auto const points = cleaned(stroke);
    Runner runner{stroke, out};
    if (points.size() < 2) {
        return;
    }
    auto const runs = clipped(points, clip_width, clip_height, stroke.width + 64);
    bool const whole = runs.size() == 1 && runs.front().points.size() == points.size();
    for (auto const &run : runs) {
        if (stroke.dash.empty()) {
            runner.run(run.points, stroke.closed && whole);
        } else {
            for (auto const &dash : dashes(run, stroke.dash)) {
                runner.run(dash, false);
            }
        }
    }
}

} // namespace app
