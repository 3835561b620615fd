#pragma once

#include "geo/model/geometry.hpp"

#include <memory>
#include <string>

class OGRSpatialReference;
class OGRCoordinateTransformation;

namespace geo {

// Include this only from .cpp files of geo/foreign.

/// Brings coordinates of some coordinate system to WGS 84 degrees; does nothing where they are there already.
class ToWgs84
{
public:
    ToWgs84();
    ~ToWgs84();
    ToWgs84(ToWgs84 const &) = delete;
    ToWgs84 &operator=(ToWgs84 const &) = delete;
    ToWgs84(ToWgs84 &&) noexcept;
    ToWgs84 &operator=(ToWgs84 &&) noexcept;

    /// From the system of a layer; none given: taken for WGS 84.
    static ToWgs84 from(OGRSpatialReference const *crs);
    /// From the name of a system ("EPSG:3857", "urn:ogc:def:crs:…"). No file and no network is asked.
    /// \throws std::runtime_error if the name is unknown
    static ToWgs84 from_name(std::string const &name);

    [[nodiscard]] bool needed() const { return m_transform != nullptr; }
    /// What cannot be brought over becomes NaN.
    /// Whether it changes anything: what is in WGS 84 already need not pass through.
    [[nodiscard]] bool changes() const { return m_transform != nullptr; }
    void apply(LineString &points) const;
    void apply(LonLat &point) const;
    void apply(Geometry &geometry) const;

    /// A box of degrees in the system that is brought over. \throws std::runtime_error if it has no place there
    [[nodiscard]] Box back(Box const &degrees) const;
    /// The bounds in degrees of a box of that system.
    [[nodiscard]] Box bounds(Box const &own) const;

private:
    std::unique_ptr<OGRCoordinateTransformation> m_transform;
};

} // namespace geo
