#pragma once

#include "app/scene/camera.hpp"

#include "geo/project/projection.hpp"

#include <cstddef>
#include <vector>

namespace app {

struct ModelRoute;

/**
 * How much way all units go, each by itself, over each part of the plane: asked by rectangle without looking at a way.
 * Sums over a grid, between its corners interpolated; a rectangle smaller than a cell gets its share of it.
 */
class WayDensity
{
public:
    WayDensity() = default;
    /// \param routes by unit, by leg
    explicit WayDensity(std::vector<std::vector<ModelRoute>> const &routes);

    /// Metres of way within a rectangle of the plane.
    [[nodiscard]] double metres_in(MapBox const &box) const;

private:
    void add(geo::MapPoint at, double metres);
    /// Metres left of and below a point.
    [[nodiscard]] double sum_to(double x, double y) const;
    [[nodiscard]] double &corner(std::size_t column, std::size_t row) { return m_sums[row * (m_columns + 1) + column]; }
    [[nodiscard]] double corner(std::size_t column, std::size_t row) const
    {
        return m_sums[row * (m_columns + 1) + column];
    }

    MapBox m_box;
    double m_cell = 1; ///< metres of the plane
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<double> m_sums; ///< at the corners of the cells, rows from below
};

} // namespace app
