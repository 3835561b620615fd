#pragma once

#include "geo/model/geometry.hpp"

#include <memory>
#include <span>
#include <string>

namespace geo {

/// A point of the map plane: metres east and north in the atlas's projected CRS.
struct MapPoint
{
    double x = 0;
    double y = 0;
    friend bool operator==(MapPoint const &, MapPoint const &) = default;
};

/// Longitude/latitude (WGS 84) to the plane of a projected CRS and back. Not thread-safe; cheap to move.
class Projection
{
public:
    /// \param crs any text that PROJ takes; empty: a Lambert conformal conic for the extent.
    /// \throws DataError-like std::runtime_error with PROJ's own reason.
    explicit Projection(std::string const &crs, Box const &extent);
    ~Projection();
    Projection(Projection &&) noexcept;
    Projection &operator=(Projection &&) noexcept;

    [[nodiscard]] MapPoint forward(LonLat at) const;
    [[nodiscard]] LonLat inverse(MapPoint at) const;
    /// The CRS as PROJ or WKT text, for GDAL.
    [[nodiscard]] std::string const &definition() const { return m_definition; }

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
    std::string m_definition;
};

} // namespace geo
