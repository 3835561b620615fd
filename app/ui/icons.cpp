#include "app/ui/icons.hpp"

#include <array>
#include <numbers>
#include <utility>
#include <vector>

namespace app {
namespace {

/// Draws in units of the radius about a centre.
class Pen
{
public:
    Pen(ImDrawList &list, ImVec2 centre, float r, ImU32 colour)
    : m_list{list}, m_centre{centre}, m_r{r}, m_colour{colour}
    {}

    void line(std::initializer_list<ImVec2> points, float width = 0.14F, bool closed = false) const
    {
        std::vector<ImVec2> on_screen;
        for (auto const &p : points) {
            on_screen.push_back(at(p));
        }
        m_list.AddPolyline(on_screen.data(), static_cast<int>(on_screen.size()), m_colour,
                           closed ? ImDrawFlags_Closed : ImDrawFlags_None, width * m_r);
    }
    void triangle(ImVec2 a, ImVec2 b, ImVec2 c) const { m_list.AddTriangleFilled(at(a), at(b), at(c), m_colour); }
    void bar(ImVec2 from, ImVec2 to) const { m_list.AddRectFilled(at(from), at(to), m_colour, 1); }
    void ring(ImVec2 centre, float radius, float width = 0.14F) const
    {
        m_list.AddCircle(at(centre), radius * m_r, m_colour, 24, width * m_r);
    }
    void disc(ImVec2 centre, float radius) const { m_list.AddCircleFilled(at(centre), radius * m_r, m_colour, 16); }
    /// From angle to angle in half turns, clockwise from the right.
    void arc(float radius, float from, float to) const
    {
        constexpr float pi = std::numbers::pi_v<float>;
        m_list.PathArcTo(m_centre, radius * m_r, from * pi, to * pi, 20);
        m_list.PathStroke(m_colour, 0, 0.14F * m_r);
    }
    void question() const
    {
        auto const size = ImGui::CalcTextSize("?");
        m_list.AddText({m_centre.x - size.x / 2, m_centre.y - size.y / 2}, m_colour, "?");
    }

private:
    [[nodiscard]] ImVec2 at(ImVec2 p) const { return {m_centre.x + p.x * m_r, m_centre.y + p.y * m_r}; }

    ImDrawList &m_list;
    ImVec2 m_centre;
    float m_r;
    ImU32 m_colour;
};

void draw_playing(Pen const &pen, Icon icon)
{
    switch (icon) {
    case Icon::play:
        pen.triangle({-0.22F, -0.4F}, {-0.22F, 0.4F}, {0.44F, 0});
        break;
    case Icon::pause:
        pen.bar({-0.34F, -0.38F}, {-0.1F, 0.38F});
        pen.bar({0.1F, -0.38F}, {0.34F, 0.38F});
        break;
    case Icon::previous:
        pen.triangle({0.3F, -0.34F}, {0.3F, 0.34F}, {-0.26F, 0});
        pen.bar({-0.4F, -0.34F}, {-0.28F, 0.34F});
        break;
    case Icon::next:
        pen.triangle({-0.3F, -0.34F}, {-0.3F, 0.34F}, {0.26F, 0});
        pen.bar({0.28F, -0.34F}, {0.4F, 0.34F});
        break;
    case Icon::back:
        pen.line({{0.2F, -0.36F}, {-0.18F, 0}, {0.2F, 0.36F}}, 0.18F);
        break;
    case Icon::forward:
        pen.line({{-0.2F, -0.36F}, {0.18F, 0}, {-0.2F, 0.36F}}, 0.18F);
        break;
    case Icon::loop:
        pen.arc(0.42F, 0.15F, 1.0F);
        pen.arc(0.42F, 1.15F, 2.0F);
        pen.triangle({-0.62F, 0.02F}, {-0.22F, 0.02F}, {-0.42F, -0.26F});
        pen.triangle({0.62F, -0.02F}, {0.22F, -0.02F}, {0.42F, 0.26F});
        break;
    case Icon::lanes:
        pen.line({{-0.5F, -0.3F}, {0.2F, -0.3F}}, 0.2F);
        pen.line({{-0.2F, 0}, {0.5F, 0}}, 0.2F);
        pen.line({{-0.4F, 0.3F}, {0.05F, 0.3F}}, 0.2F);
        break;
    default:
        break;
    }
}

void draw_other(Pen const &pen, Icon icon)
{
    switch (icon) {
    case Icon::close:
        pen.line({{-0.35F, -0.35F}, {0.35F, 0.35F}});
        pen.line({{0.35F, -0.35F}, {-0.35F, 0.35F}});
        break;
    case Icon::layers:
        for (float const y : {0.3F, 0.0F, -0.3F}) {
            pen.line({{-0.5F, y}, {0, y - 0.26F}, {0.5F, y}, {0, y + 0.26F}}, 0.1F, true);
        }
        break;
    case Icon::search:
        pen.ring({-0.1F, -0.1F}, 0.34F);
        pen.line({{0.14F, 0.14F}, {0.48F, 0.48F}}, 0.18F);
        break;
    case Icon::filter:
        pen.line({{-0.48F, -0.38F}, {0.48F, -0.38F}, {0.1F, 0.06F}, {0.1F, 0.46F}, {-0.1F, 0.32F}, {-0.1F, 0.06F}},
                 0.12F, true);
        break;
    case Icon::fold:
        pen.line({{0.1F, -0.36F}, {-0.26F, 0}, {0.1F, 0.36F}});
        pen.line({{0.42F, -0.36F}, {0.06F, 0}, {0.42F, 0.36F}});
        break;
    case Icon::unfold:
        pen.line({{-0.1F, -0.36F}, {0.26F, 0}, {-0.1F, 0.36F}});
        pen.line({{-0.42F, -0.36F}, {-0.06F, 0}, {-0.42F, 0.36F}});
        break;
    case Icon::undo:
        pen.arc(0.4F, 1.1F, 2.4F);
        pen.triangle({-0.62F, -0.02F}, {-0.16F, -0.02F}, {-0.42F, -0.4F});
        break;
    case Icon::redo:
        pen.arc(0.4F, 0.6F, 1.9F);
        pen.triangle({0.62F, -0.02F}, {0.16F, -0.02F}, {0.42F, -0.4F});
        break;
    case Icon::menu:
        for (float const y : {-0.3F, 0.0F, 0.3F}) {
            pen.line({{-0.42F, y}, {0.42F, y}});
        }
        break;
    case Icon::follow:
        pen.ring({0, 0}, 0.36F, 0.12F);
        pen.disc({0, 0}, 0.14F);
        for (auto const &[a, b] : {std::pair{ImVec2{0, -0.62F}, ImVec2{0, -0.36F}},
                                   {{0, 0.36F}, {0, 0.62F}},
                                   {{-0.62F, 0}, {-0.36F, 0}},
                                   {{0.36F, 0}, {0.62F, 0}}}) {
            pen.line({a, b}, 0.12F);
        }
        break;
    case Icon::desk: // a table
        pen.line({{-0.46F, -0.38F}, {0.46F, -0.38F}, {0.46F, 0.38F}, {-0.46F, 0.38F}}, 0.12F, true);
        pen.line({{-0.46F, -0.12F}, {0.46F, -0.12F}}, 0.12F);
        pen.line({{-0.12F, -0.38F}, {-0.12F, 0.38F}}, 0.12F);
        break;
    case Icon::book: // two open pages
        for (float const side : {-1.0F, 1.0F}) {
            pen.line({{0, -0.3F}, {side * 0.55F, -0.42F}, {side * 0.55F, 0.3F}, {0, 0.42F}}, 0.1F, true);
        }
        break;
    case Icon::keys:
        pen.question();
        break;
    default:
        break;
    }
}

} // namespace

void draw_icon(ImDrawList &list, Icon icon, ImVec2 centre, float r, ImU32 colour)
{
    Pen const pen{list, centre, r, colour};
    draw_playing(pen, icon);
    draw_other(pen, icon);
}

} // namespace app
