#include "geo/foreign/reproject.hpp"

#include "geo/io/gdal.hpp"

#include <ogr_spatialref.h>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <vector>

namespace geo {
namespace {

OGRSpatialReference wgs84()
{
    OGRSpatialReference crs;
    crs.SetWellKnownGeogCS("CRS84");
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

} // namespace

ToWgs84::ToWgs84() = default;
ToWgs84::~ToWgs84() = default;
ToWgs84::ToWgs84(ToWgs84 &&) noexcept = default;
ToWgs84 &ToWgs84::operator=(ToWgs84 &&) noexcept = default;

ToWgs84 ToWgs84::from(OGRSpatialReference const *crs)
{
    ToWgs84 made;
    auto const target = wgs84();
    if (crs == nullptr || crs->IsEmpty()) {
        return made;
    }
    auto source = *crs;
    source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (source.IsGeographic() != 0 && source.IsSameGeogCS(&target) != 0) {
        return made;
    }
    ErrorTrap const errors;
    made.m_transform.reset(OGRCreateCoordinateTransformation(&source, &target));
    if (!made.m_transform) {
        throw std::runtime_error{"its coordinate system cannot be brought to WGS 84: " + errors.reason()};
    }
    return made;
}

ToWgs84 ToWgs84::from_name(std::string const &name)
{
    ErrorTrap const errors;
    OGRSpatialReference crs;
    if (crs.SetFromUserInput(name.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE) {
        throw std::runtime_error{"its coordinate system '" + name + "' is unknown"};
    }
    return from(&crs);
}

void ToWgs84::apply(LonLat &point) const
{
    if (m_transform) {
        int ok = 0;
        m_transform->Transform(1, &point.lon, &point.lat, nullptr, &ok);
        if (ok == 0) {
            point = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
        }
    }
}

void ToWgs84::apply(LineString &points) const
{
    if (!m_transform) {
        return;
    }
    // All at once: the way into PROJ is long.
    std::vector<double> x(points.size());
    std::vector<double> y(points.size());
    std::vector<int> ok(points.size());
    std::ranges::transform(points, x.begin(), &LonLat::lon);
    std::ranges::transform(points, y.begin(), &LonLat::lat);
    m_transform->Transform(static_cast<int>(points.size()), x.data(), y.data(), nullptr, ok.data());
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i] = ok[i] != 0 ? LonLat{x[i], y[i]} : LonLat{nowhere, nowhere};
    }
}

void ToWgs84::apply(Geometry &geometry) const
{
    if (auto *const point = std::get_if<LonLat>(&geometry)) {
        apply(*point);
    } else if (auto *const lines = std::get_if<MultiLine>(&geometry)) {
        for (auto &line : *lines) {
            apply(line);
        }
    } else if (auto *const areas = std::get_if<MultiPolygon>(&geometry)) {
        for (auto &polygon : *areas) {
            for (auto &ring : polygon) {
                apply(ring);
            }
        }
    }
}

namespace {

Box bounds_by(OGRCoordinateTransformation &transform, Box const &box)
{
    ErrorTrap const errors;
    constexpr int points_a_side = 21;
    Box made;
    if (transform.TransformBounds(box.west, box.south, box.east, box.north, &made.west, &made.south, &made.east,
                                  &made.north, points_a_side) == 0) {
        throw std::runtime_error{"its coordinate system does not reach there: " + errors.reason()};
    }
    return made;
}

} // namespace

Box ToWgs84::back(Box const &degrees) const
{
    if (!m_transform) {
        return degrees;
    }
    std::unique_ptr<OGRCoordinateTransformation> const inverse{m_transform->GetInverse()};
    if (!inverse) {
        throw std::runtime_error{"its coordinate system cannot be asked by degrees"};
    }
    return bounds_by(*inverse, degrees);
}

Box ToWgs84::bounds(Box const &own) const
{
    return m_transform ? bounds_by(*m_transform, own) : own;
}

} // namespace geo
