#include "geo/raster/picture_ground.hpp"

#include "geo/io/gdal.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace geo {
namespace {

OGRSpatialReference reference_of(PictureGround const &ground)
{
    OGRSpatialReference reference;
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (reference.SetFromUserInput(ground.crs.c_str()) != OGRERR_NONE) {
        throw std::runtime_error{fmt::format("the projection '{}' is not known to GDAL", ground.crs)};
    }
    return reference;
}

} // namespace

std::string world_file(PictureGround const &ground)
{
    double const m = ground.metres_per_pixel; // the last two lines are the middle of the first pixel
    return fmt::format("{:.10f}\n0.0\n0.0\n{:.10f}\n{:.6f}\n{:.6f}\n", m, -m, ground.corner.x + m / 2,
                       ground.corner.y - m / 2);
}

std::string prj_file(PictureGround const &ground)
{
    auto reference = reference_of(ground);
    constexpr std::array<char const *, 2> esri{"FORMAT=WKT1_ESRI", nullptr};
    char *text = nullptr;
    auto const fault = reference.exportToWkt(&text, esri.data());
    std::unique_ptr<char, void (*)(void *)> const owned{text, CPLFree};
    if (fault != OGRERR_NONE || text == nullptr) {
        throw std::runtime_error{fmt::format("the projection '{}' cannot be written as WKT", ground.crs)};
    }
    return std::string{text} + "\n";
}

void georeference_pdf(std::filesystem::path const &file, PictureGround const &ground, double points_per_pixel)
{
    register_drivers();
    // GDAL takes the page for a raster of whole pixels: the finer they are, the less is lost to rounding.
    constexpr double dots_per_inch = 720;
    constexpr double points_per_inch = 72;
    constexpr std::array<char const *, 2> drivers{"PDF", nullptr};
    auto const dpi = fmt::format("DPI={}", dots_per_inch);
    std::array<char const *, 2> const options{dpi.c_str(), nullptr};
    CPLErrorReset();
    std::unique_ptr<GDALDataset> const page{GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE,
                                                              drivers.data(), options.data(), nullptr)};
    if (!page) {
        throw std::runtime_error{fmt::format("{}: GDAL cannot write into it where it lies: {}",
                                             file.filename().string(), CPLGetLastErrorMsg())};
    }
    double const step = ground.metres_per_pixel / points_per_pixel * points_per_inch / dots_per_inch;
    std::array<double, 6> transform{ground.corner.x, step, 0, ground.corner.y, 0, -step};
    auto const reference = reference_of(ground);
    if (page->SetSpatialRef(&reference) != CE_None || page->SetGeoTransform(transform.data()) != CE_None) {
        throw std::runtime_error{fmt::format("{}: GDAL cannot write into it where it lies: {}",
                                             file.filename().string(), CPLGetLastErrorMsg())};
    }
}

} // namespace geo
