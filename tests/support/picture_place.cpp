#include "support/picture_place.hpp"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>

namespace test {
namespace {

/// The projection of a picture: its own, or that of a .prj beside it.
OGRSpatialReference reference_of(GDALDataset &picture, std::filesystem::path file)
{
    if (auto const *const own = picture.GetSpatialRef()) {
        return *own;
    }
    std::ostringstream text;
    text << std::ifstream{file.replace_extension(".prj")}.rdbuf();
    OGRSpatialReference reference;
    if (reference.importFromWkt(text.str().c_str()) != OGRERR_NONE) {
        throw std::runtime_error{file.string() + " holds no projection"};
    }
    return reference;
}

} // namespace

geo::LonLat middle_of(std::filesystem::path const &file)
{
    GDALAllRegister();
    std::unique_ptr<GDALDataset> const picture{GDALDataset::Open(file.c_str(), GDAL_OF_RASTER)};
    std::array<double, 6> t{};
    if (!picture || picture->GetGeoTransform(t.data()) != CE_None) {
        throw std::runtime_error{file.string() + " does not say where it lies"};
    }
    auto reference = reference_of(*picture, file);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    double const column = picture->GetRasterXSize() / 2.0;
    double const row = picture->GetRasterYSize() / 2.0;
    double x = t[0] + column * t[1] + row * t[2];
    double y = t[3] + column * t[4] + row * t[5];
    std::unique_ptr<OGRCoordinateTransformation> const to_degrees{
        OGRCreateCoordinateTransformation(&reference, &degrees)};
    if (!to_degrees || to_degrees->Transform(1, &x, &y) == 0) {
        throw std::runtime_error{file.string() + " lies in a projection that cannot be turned into degrees"};
    }
    return {x, y};
}

} // namespace test
