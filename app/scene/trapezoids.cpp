#include "app/scene/trapezoids.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace app {
namespace {

// Heights are counted in whole steps from here on, so that bands are neither slivers nor many.
constexpr double steps_per_pixel = 16;
using Height = int;

struct Edge
{
    Height top = 0;
    Height bottom = 0;
    double x = 0;     ///< at the top
    double slope = 0; ///< pixels to the right per step down
    Height since = 0; ///< from where it bounds an open trapezoid on the left
    std::uint32_t partner = none;
    Height seen = std::numeric_limits<Height>::min(); ///< the last band in which it did

    static constexpr std::uint32_t none = ~0U;
    [[nodiscard]] double at(double height) const { return x + (height - top) * slope; }
};

/// Cuts one area; lives for one call.
class Cutter
{
public:
    Cutter(Fill &fill, int width, int height)
    : m_fill{fill}, m_width{static_cast<double>(width)}, m_end{step_at(static_cast<float>(height) + 1)}
    {
        std::uint32_t begin = 0;
        for (auto const end : fill.ring_ends) {
            for (auto i = begin; i < end; ++i) {
                add(fill.points[i], fill.points[i + 1 == end ? begin : i + 1]);
            }
            begin = end;
        }
        std::ranges::sort(m_edges, {}, &Edge::top);
    }

    void cut()
    {
        std::size_t next = 0;
        for (Height at = m_edges.empty() ? m_end : std::max(m_edges.front().top, m_begin); at < m_end;) {
            std::erase_if(m_active, [&](std::uint32_t i) { return m_edges[i].bottom <= at; });
            for (; next < m_edges.size() && m_edges[next].top <= at; ++next) {
                if (m_edges[next].bottom > at) {
                    m_active.push_back(static_cast<std::uint32_t>(next));
                }
            }
            if (m_active.empty()) {
                close_unseen(at);
                at = next < m_edges.size() ? m_edges[next].top : m_end;
                continue;
            }
            Height end = next < m_edges.size() ? std::min(m_edges[next].top, m_end) : m_end;
            for (auto const i : m_active) {
                end = std::min(end, m_edges[i].bottom);
            }
            order(at + 0.5);
            end = first_crossing(at, end);
            pair_up(at);
            at = end;
        }
        close_unseen(m_end);
        m_fill.triangles = std::make_shared<std::vector<std::uint32_t> const>(std::move(m_triangles));
    }

private:
    static Height step_at(float y)
    {
        constexpr double most = 1e8; // as good as nowhere
        return static_cast<Height>(std::lround(std::clamp(y * steps_per_pixel, -most, most)));
    }

    void add(ScreenPoint a, ScreenPoint b)
    {
        Height const from = step_at(a.y);
        Height const to = step_at(b.y);
        if (from == to || std::max(from, to) <= m_begin || std::min(from, to) >= m_end) {
            return;
        }
        double const slope = (static_cast<double>(b.x) - static_cast<double>(a.x)) / (to - from);
        m_edges.push_back({std::min(from, to), std::max(from, to), from < to ? a.x : b.x, slope});
    }

    /// From left to right a little below the begin of a band. They nearly are in order: only few change from band to
    /// band.
    void order(double height)
    {
        for (std::size_t i = 1; i < m_active.size(); ++i) {
            auto const moved = m_active[i];
            double const x = m_edges[moved].at(height);
            auto k = i;
            for (; k > 0 && m_edges[m_active[k - 1]].at(height) > x; --k) {
                m_active[k] = m_active[k - 1];
            }
            m_active[k] = moved;
        }
    }

    /// Where the band must end, for neighbours change places there.
    [[nodiscard]] Height first_crossing(Height begin, Height end) const
    {
        for (std::size_t i = 0; i + 1 < m_active.size(); ++i) {
            auto const &left = m_edges[m_active[i]];
            auto const &right = m_edges[m_active[i + 1]];
            double const gap = right.at(end) - left.at(end);
            if (gap < 0) {
                double const before = right.at(begin + 0.5) - left.at(begin + 0.5);
                double const crossing = begin + 0.5 + (end - begin - 0.5) * before / (before - gap);
                end = std::clamp(static_cast<Height>(std::lround(crossing)), begin + 1, end);
            }
        }
        return end;
    }

    /// What lies between the first and the second edge is within, and so on.
    void pair_up(Height at)
    {
        for (std::size_t i = 0; i + 1 < m_active.size(); i += 2) {
            auto &left = m_edges[m_active[i]];
            if (left.partner != m_active[i + 1]) {
                close(left, at);
                left.partner = m_active[i + 1];
                left.since = at;
                m_open.push_back(m_active[i]);
            }
            left.seen = at;
        }
        std::erase_if(m_open, [&](std::uint32_t i) {
            if (m_edges[i].seen != at) {
                close(m_edges[i], at);
            }
            return m_edges[i].partner == Edge::none;
        });
    }

    void close_unseen(Height at)
    {
        for (auto const i : m_open) {
            close(m_edges[i], at);
        }
        m_open.clear();
    }

    /// Ends the trapezoid that has this edge on its left.
    void close(Edge &left, Height at)
    {
        if (left.partner == Edge::none) {
            return;
        }
        auto const &right = m_edges[std::exchange(left.partner, Edge::none)];
        Height const from = std::max(left.since, m_begin);
        bool const beside = (right.at(from) < 0 && right.at(at) < 0) ||
                            (left.at(from) > m_width && left.at(at) > m_width);
        if (at <= from || beside) {
            return;
        }
        auto const first = static_cast<std::uint32_t>(m_fill.points.size());
        auto const corner = [&](Edge const &edge, Height height) {
            m_fill.points.push_back(
                {static_cast<float>(edge.at(height)), static_cast<float>(height / steps_per_pixel)});
        };
        corner(left, from);
        corner(right, from);
        corner(right, at);
        corner(left, at);
        m_triangles.insert(m_triangles.end(), {first, first + 1, first + 2, first, first + 2, first + 3});
    }

    Fill &m_fill;
    double m_width;
    Height m_begin = step_at(-1);
    Height m_end;
    std::vector<Edge> m_edges;             ///< from above
    std::vector<std::uint32_t> m_active;   ///< that meet the present band, from the left
    std::vector<std::uint32_t> m_open;     ///< that have a trapezoid to their right; some may stand twice
    std::vector<std::uint32_t> m_triangles;
};

} // namespace

void cut_to_trapezoids(Fill &fill, int width, int height)
{
    Cutter{fill, width, height}.cut();
}

} // namespace app
