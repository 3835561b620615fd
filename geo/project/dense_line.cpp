#include "geo/project/dense_line.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace geo {
namespace {

constexpr std::size_t portion = 256;     ///< points that share a patch
constexpr std::size_t worth_it = 48;     ///< fewer are projected one by one
constexpr double widest = 0.25;          ///< degrees; of a patch
constexpr double tolerance = 0.01;       ///< metres

/// The projection over a small rectangle: Lagrange's polynomials through three times three points.
class Patch
{
public:
    Patch(Projection const &projection, Box const &box) : m_box{box}
    {
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 3; ++column) {
                m_nodes[static_cast<std::size_t>(row * 3 + column)] = projection.forward(at(column / 2.0, row / 2.0));
            }
        }
    }

    /// A point of the rectangle, each way from 0 to 1.
    [[nodiscard]] LonLat at(double u, double v) const
    {
        return {std::lerp(m_box.west, m_box.east, u), std::lerp(m_box.south, m_box.north, v)};
    }

    [[nodiscard]] MapPoint forward(LonLat p) const
    {
        auto const across = weights((p.lon - m_box.west) / (m_box.east - m_box.west));
        auto const up = weights((p.lat - m_box.south) / (m_box.north - m_box.south));
        MapPoint sum;
        for (std::size_t row = 0; row < 3; ++row) {
            for (std::size_t column = 0; column < 3; ++column) {
                auto const &node = m_nodes[row * 3 + column];
                double const weight = up[row] * across[column];
                sum.x += weight * node.x;
                sum.y += weight * node.y;
            }
        }
        return sum;
    }

    /// Tried where such polynomials are worst: a quarter in from the sides.
    [[nodiscard]] bool is_right(Projection const &projection) const
    {
        for (double const u : {0.22, 0.78}) {
            for (double const v : {0.22, 0.78}) {
                auto const true_point = projection.forward(at(u, v));
                auto const own = forward(at(u, v));
                if (!(std::hypot(true_point.x - own.x, true_point.y - own.y) < tolerance)) {
                    return false; // also where it is no number
                }
            }
        }
        return true;
    }

private:
    static std::array<double, 3> weights(double t)
    {
        return {(2 * t - 1) * (t - 1), 4 * t * (1 - t), t * (2 * t - 1)};
    }

    Box m_box;
    std::array<MapPoint, 9> m_nodes{};
};

Box box_of(std::span<LonLat const> points)
{
    Box box{points[0].lon, points[0].lat, points[0].lon, points[0].lat};
    for (auto const p : points) {
        box = {std::min(box.west, p.lon), std::min(box.south, p.lat), std::max(box.east, p.lon),
               std::max(box.north, p.lat)};
    }
    return box;
}

std::optional<Patch> patch_for(Projection const &projection, std::span<LonLat const> points)
{
    if (points.size() < worth_it) {
        return std::nullopt;
    }
    auto box = box_of(points);
    if (box.east - box.west > widest || box.north - box.south > widest) {
        return std::nullopt;
    }
    constexpr double least = 1e-6; // degrees: a line along a meridian has no width
    box.east = std::max(box.east, box.west + least);
    box.north = std::max(box.north, box.south + least);
    Patch patch{projection, box};
    return patch.is_right(projection) ? std::optional{patch} : std::nullopt;
}

} // namespace

std::vector<MapPoint> forward_dense(Projection const &projection, LineString const &line)
{
    std::vector<MapPoint> points;
    points.reserve(line.size());
    for (std::size_t begin = 0; begin < line.size(); begin += portion) {
        auto const part = std::span{line}.subspan(begin, std::min(portion, line.size() - begin));
        auto const patch = patch_for(projection, part);
        for (auto const at : part) {
            auto const p = patch ? patch->forward(at) : projection.forward(at);
            if (std::isfinite(p.x) && std::isfinite(p.y)) {
                points.push_back(p);
            }
        }
    }
    return points;
}

} // namespace geo
