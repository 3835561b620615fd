#include "geo/project/ear_clip.hpp"

#include <algorithm>

namespace geo {
namespace {

/// Twice the area of a triangle, positive if it turns to the left.
double turn(MapPoint a, MapPoint b, MapPoint c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

class Clipper
{
public:
    explicit Clipper(std::span<MapPoint const> ring) : m_ring{ring}
    {
        auto const count = static_cast<std::uint32_t>(ring.size());
        double area = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            auto const next = i + 1 == count ? 0 : i + 1;
            area += (ring[i].x - ring[0].x) * (ring[next].y - ring[0].y) -
                    (ring[next].x - ring[0].x) * (ring[i].y - ring[0].y);
        }
        m_next.resize(count);
        m_before.resize(count);
        for (std::uint32_t i = 0; i < count; ++i) { // walked to the left, whichever way it was drawn
            auto const ahead = i + 1 == count ? 0 : i + 1;
            auto const behind = i == 0 ? count - 1 : i - 1;
            m_next[i] = area > 0 ? ahead : behind;
            m_before[i] = area > 0 ? behind : ahead;
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            if (is_reflex(i)) {
                m_reflex.push_back(i);
            }
        }
        m_left = count;
    }

    std::optional<std::vector<std::uint32_t>> run()
    {
        std::vector<std::uint32_t> triangles;
        triangles.reserve((m_ring.size() - 2) * 3);
        std::uint32_t at = 0;
        std::size_t refused = 0;
        while (m_left > 3) {
            if (!is_ear(at)) {
                at = m_next[at];
                if (++refused > m_left) {
                    return std::nullopt;
                }
                continue;
            }
            auto const before = m_before[at];
            auto const next = m_next[at];
            triangles.insert(triangles.end(), {before, at, next});
            m_next[before] = next;
            m_before[next] = before;
            --m_left;
            refused = 0;
            std::erase_if(m_reflex, [&](std::uint32_t i) {
                return i == at || ((i == before || i == next) && !is_reflex(i)); // the others are as they were
            });
            at = m_next[next]; // not the neighbour, which would make a fan of slivers
        }
        triangles.insert(triangles.end(), {m_before[at], at, m_next[at]});
        return triangles;
    }

private:
    [[nodiscard]] bool is_reflex(std::uint32_t i) const
    {
        return turn(m_ring[m_before[i]], m_ring[i], m_ring[m_next[i]]) <= 0;
    }

    [[nodiscard]] bool is_ear(std::uint32_t i) const
    {
        auto const a = m_ring[m_before[i]];
        auto const b = m_ring[i];
        auto const c = m_ring[m_next[i]];
        double const size = turn(a, b, c);
        if (size < 0) {
            return false;
        }
        if (size == 0) {
            return true; // a spike, or a point on a straight line: nothing is lost with it
        }
        auto const [left, right] = std::minmax({a.x, b.x, c.x});
        auto const [low, high] = std::minmax({a.y, b.y, c.y});
        for (auto const k : m_reflex) { // only these can lie within
            auto const p = m_ring[k];
            if (p.x < left || p.x > right || p.y < low || p.y > high || p == a || p == b || p == c) {
                continue;
            }
            if (turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0) {
                return false;
            }
        }
        return true;
    }

    std::span<MapPoint const> m_ring;
    std::vector<std::uint32_t> m_next;
    std::vector<std::uint32_t> m_before;
    std::vector<std::uint32_t> m_reflex;
    std::size_t m_left = 0; ///< points not clipped yet
};

} // namespace

std::optional<std::vector<std::uint32_t>> clip_ears(std::span<MapPoint const> ring)
{
    return ring.size() < 3 ? std::nullopt : Clipper{ring}.run();
}

} // namespace geo
