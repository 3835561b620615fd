#include "app/scene/way_density.hpp"

#include "app/scene/map_model.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {
namespace {

constexpr double cells_across = 384; ///< on the longer side

MapBox reach_of(std::vector<std::vector<ModelRoute>> const &routes)
{
    constexpr double far = std::numeric_limits<double>::infinity();
    MapBox box{far, far, -far, -far};
    for (auto const &legs : routes) {
        for (auto const &leg : legs) {
            for (auto const &p : leg.points) {
                box = {std::min(box.left, p.x), std::min(box.bottom, p.y), std::max(box.right, p.x),
                       std::max(box.top, p.y)};
            }
        }
    }
    return box;
}

} // namespace

WayDensity::WayDensity(std::vector<std::vector<ModelRoute>> const &routes) : m_box{reach_of(routes)}
{
    double const longer = std::max(m_box.right - m_box.left, m_box.top - m_box.bottom);
    if (!(longer > 0) || !std::isfinite(longer)) { // nobody goes anywhere
        return;
    }
    m_cell = longer / cells_across;
    m_columns = static_cast<std::size_t>((m_box.right - m_box.left) / m_cell) + 1;
    m_rows = static_cast<std::size_t>((m_box.top - m_box.bottom) / m_cell) + 1;
    m_sums.assign((m_columns + 1) * (m_rows + 1), 0);
    for (auto const &legs : routes) {
        for (auto const &leg : legs) {
            for (std::size_t i = 1; i < leg.points.size(); ++i) {
                auto const &[a, b] = std::pair{leg.points[i - 1], leg.points[i]};
                double const metres = leg.metres[i] - leg.metres[i - 1];
                auto const pieces = static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / m_cell) + 1;
                for (int k = 0; k < pieces; ++k) {
                    double const share = (k + 0.5) / pieces;
                    add({std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share)}, metres / pieces);
                }
            }
        }
    }
    for (std::size_t row = 1; row <= m_rows; ++row) {
        for (std::size_t column = 1; column <= m_columns; ++column) {
            corner(column, row) += corner(column - 1, row) + corner(column, row - 1) - corner(column - 1, row - 1);
        }
    }
}

/// Into the upper right corner of its cell, before the corners are summed.
void WayDensity::add(geo::MapPoint at, double metres)
{
    auto const cell = [&](double off, std::size_t count) {
        return std::min(static_cast<std::size_t>(std::max(0.0, off / m_cell)), count - 1) + 1;
    };
    corner(cell(at.x - m_box.left, m_columns), cell(at.y - m_box.bottom, m_rows)) += metres;
}

double WayDensity::sum_to(double x, double y) const
{
    double const across = std::clamp((x - m_box.left) / m_cell, 0.0, static_cast<double>(m_columns));
    double const up = std::clamp((y - m_box.bottom) / m_cell, 0.0, static_cast<double>(m_rows));
    auto const column = std::min(static_cast<std::size_t>(across), m_columns - 1);
    auto const row = std::min(static_cast<std::size_t>(up), m_rows - 1);
    double const u = across - static_cast<double>(column);
    double const v = up - static_cast<double>(row);
    return std::lerp(std::lerp(corner(column, row), corner(column + 1, row), u),
                     std::lerp(corner(column, row + 1), corner(column + 1, row + 1), u), v);
}

double WayDensity::metres_in(MapBox const &box) const
{
    if (m_sums.empty()) {
        return 0;
    }
    return sum_to(box.right, box.top) - sum_to(box.left, box.top) - sum_to(box.right, box.bottom) +
           sum_to(box.left, box.bottom);
}

} // namespace app
