#pragma once

#include "geo/project/projection.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class GDALDataset;

namespace geo {

/// A spot of a scan and the place it shows.
struct ControlPoint
{
    double pixel = 0; ///< from the left edge of the scan
    double line = 0;  ///< from its top edge
    LonLat at;
    friend bool operator==(ControlPoint const &, ControlPoint const &) = default;
};

/// How a scan is laid over the map.
enum class Fitting : std::uint8_t {
    affine,      ///< three points and more: moved, turned, scaled, sheared
    polynomial2, ///< six and more: bent
    polynomial3, ///< ten and more
    thin_plate,  ///< three and more: rubber; every point fits, so its residuals say nothing
};
[[nodiscard]] std::string_view name_of(Fitting value);
[[nodiscard]] std::size_t least_points(Fitting value);

/**
 * A scan laid over the map plane by control points, as GDAL fits them: the same numbers as gdaltransform with the
 * points given in the projection of the atlas.
 */
class Georeference
{
public:
    /// \throws std::runtime_error if there are too few points or they do not determine the fit (such as all on a line)
    Georeference(std::vector<ControlPoint> const &points, Fitting fitting, Projection const &projection);
    ~Georeference();
    Georeference(Georeference &&) noexcept;
    Georeference &operator=(Georeference &&) noexcept;

    [[nodiscard]] MapPoint to_map(double pixel, double line) const;
    /// Metres of the map plane between each point and where the fit lays it.
    [[nodiscard]] std::vector<double> const &residuals() const { return m_residuals; }
    /// Root of their mean square.
    [[nodiscard]] double rms() const;

private:
    struct Transformer;
    std::unique_ptr<Transformer> m_transformer;
    std::vector<double> m_residuals;
};

/// Gives a dataset the points in the plane of the projection, for the warper.
void set_control_points(GDALDataset &dataset, std::vector<ControlPoint> const &points, Projection const &projection);

/// The points as QGIS's georeferencer keeps them beside a scan (NAME.points), in degrees.
[[nodiscard]] std::string to_points_file(std::vector<ControlPoint> const &points, Georeference const *fit);
/// \throws DataError naming the file and line that cannot be read
[[nodiscard]] std::vector<ControlPoint> read_points_file(std::filesystem::path const &file);

/// A VRT that lays the scan by these points in degrees, to lie beside it; it says by which fitting they are meant.
/// \throws DataError if the scan cannot be read
[[nodiscard]] std::string to_vrt(std::filesystem::path const &scan, std::vector<ControlPoint> const &points,
                                 Fitting fitting);
/// A world file (six lines), in degrees, of the affine fit: for programs that know neither points nor VRT.
[[nodiscard]] std::string to_world_file(std::vector<ControlPoint> const &points);

/// How a scan was laid by what lies beside it.
struct SavedFit
{
    std::vector<ControlPoint> points;
    Fitting fitting = Fitting::affine;
};

/// Where the points, the VRT and the world file of a scan lie: "map.tif.points", "map.tif.vrt", "map.tfw".
[[nodiscard]] std::filesystem::path points_beside(std::filesystem::path const &scan);
[[nodiscard]] std::filesystem::path vrt_beside(std::filesystem::path const &scan);
[[nodiscard]] std::filesystem::path world_file_beside(std::filesystem::path const &scan);

/// The points that lie beside a scan ("map.tif.points", else "map.points"); none: nothing lies there.
/// \throws DataError if the file is there and cannot be read
[[nodiscard]] SavedFit fit_beside(std::filesystem::path const &scan);

} // namespace geo
