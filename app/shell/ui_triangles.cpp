#include "app/shell/ui_triangles.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace app {
namespace {

/// A corner of the polygon that is left of a triangle when it is cut.
using Corner = sf::Vertex;

Corner between(Corner const &a, Corner const &b, float t)
{
    auto const blend = [t](sf::Uint8 from, sf::Uint8 to) {
        return static_cast<sf::Uint8>(static_cast<float>(from) +
                                      (static_cast<float>(to) - static_cast<float>(from)) * t);
    };
    return {a.position + (b.position - a.position) * t,
            {blend(a.color.r, b.color.r), blend(a.color.g, b.color.g), blend(a.color.b, b.color.b),
             blend(a.color.a, b.color.a)},
            a.texCoords + (b.texCoords - a.texCoords) * t};
}

/// Seven corners at most: three, and one more for each side that cuts.
struct Polygon
{
    std::array<Corner, 7> corners;
    std::size_t count = 0;
    void add(Corner const &corner) { corners[count++] = corner; }
};

/// Keeps the part where `inside` is not negative (Sutherland and Hodgman).
template <typename Inside>
Polygon cut(Polygon const &whole, Inside const &inside)
{
    Polygon kept;
    for (std::size_t i = 0; i < whole.count; ++i) {
        auto const &a = whole.corners[i];
        auto const &b = whole.corners[(i + 1) % whole.count];
        float const da = inside(a.position);
        float const db = inside(b.position);
        if (da >= 0) {
            kept.add(a);
        }
        if ((da >= 0) != (db >= 0)) {
            kept.add(between(a, b, da / (da - db)));
        }
    }
    return kept;
}

/// Draws the triangles of one draw list; lives for one call.
class Cutter
{
public:
    Cutter(ImVec4 const &clip, std::vector<sf::Vertex> &out) : m_clip{clip}, m_out{out} {}

    void add(std::array<Corner, 3> const &triangle)
    {
        auto const [left, right] =
            std::minmax({triangle[0].position.x, triangle[1].position.x, triangle[2].position.x});
        auto const [top, bottom] =
            std::minmax({triangle[0].position.y, triangle[1].position.y, triangle[2].position.y});
        if (right <= m_clip.x || left >= m_clip.z || bottom <= m_clip.y || top >= m_clip.w) {
            return;
        }
        if (left >= m_clip.x && right <= m_clip.z && top >= m_clip.y && bottom <= m_clip.w) {
            m_out.insert(m_out.end(), triangle.begin(), triangle.end());
            return;
        }
        Polygon rest;
        for (auto const &corner : triangle) {
            rest.add(corner);
        }
        rest = cut(rest, [&](sf::Vector2f p) { return p.x - m_clip.x; });
        rest = cut(rest, [&](sf::Vector2f p) { return m_clip.z - p.x; });
        rest = cut(rest, [&](sf::Vector2f p) { return p.y - m_clip.y; });
        rest = cut(rest, [&](sf::Vector2f p) { return m_clip.w - p.y; });
        for (std::size_t i = 2; i < rest.count; ++i) {
            m_out.insert(m_out.end(), {rest.corners[0], rest.corners[i - 1], rest.corners[i]});
        }
    }

private:
    ImVec4 m_clip;
    std::vector<sf::Vertex> &m_out;
};

void append(ImDrawList const &list, ImDrawCmd const &command, Prepared &into)
{
    auto const *const texture = static_cast<sf::Texture const *>(command.GetTexID());
    sf::Vector2f const texels{texture != nullptr ? sf::Vector2f{texture->getSize()} : sf::Vector2f{1, 1}};
    Cutter cutter{command.ClipRect, into.batch(texture).vertices};
    auto const corner = [&](unsigned i) {
        auto const &v = list.VtxBuffer[static_cast<int>(list.IdxBuffer[static_cast<int>(command.IdxOffset + i)] +
                                                        command.VtxOffset)];
        return Corner{
            {v.pos.x, v.pos.y},
            {static_cast<sf::Uint8>(v.col >> IM_COL32_R_SHIFT), static_cast<sf::Uint8>(v.col >> IM_COL32_G_SHIFT),
             static_cast<sf::Uint8>(v.col >> IM_COL32_B_SHIFT), static_cast<sf::Uint8>(v.col >> IM_COL32_A_SHIFT)},
            {v.uv.x * texels.x, v.uv.y * texels.y}};
    };
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        cutter.add({corner(i), corner(i + 1), corner(i + 2)});
    }
}

} // namespace

Prepared to_prepared(ImDrawData const &data)
{
    Prepared prepared;
    for (int n = 0; n < data.CmdListsCount; ++n) {
        auto const &list = *data.CmdLists[n];
        for (auto const &command : list.CmdBuffer) {
            if (command.UserCallback == nullptr) {
                append(list, command, prepared);
            }
        }
    }
    return prepared;
}

} // namespace app
