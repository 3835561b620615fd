#pragma once

#include "geo/project/projection.hpp"

#include <filesystem>
#include <string>

namespace geo {

/// Where on earth a picture of the map lies: its upper left corner in the plane of a projection, north up.
struct PictureGround
{
    std::string crs; ///< as Projection::definition()
    MapPoint corner;
    double metres_per_pixel = 1;
};

/// The six lines of a world file (.pgw, .tfw): the affine way from pixels to the plane.
[[nodiscard]] std::string world_file(PictureGround const &ground);

/// The projection as Esri's WKT, which a .prj beside the picture holds. \throws std::runtime_error if GDAL knows it not
[[nodiscard]] std::string prj_file(PictureGround const &ground);

/**
 * Writes into a PDF where its page lies (ISO 32000 measure dictionary, as a "GeoPDF"), so that GIS programs put it in
 * its place and PDF readers tell coordinates. The page stays as it was drawn.
 * \param points_per_pixel of the page
 * \throws std::runtime_error if GDAL's PDF driver cannot
 */
void georeference_pdf(std::filesystem::path const &file, PictureGround const &ground, double points_per_pixel);

} // namespace geo
