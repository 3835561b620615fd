#pragma once

#include "geo/project/projection.hpp"
#include "geo/raster/control_points.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// An upright rectangle of the map plane, metres.
struct PlaneBox
{
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;
    friend bool operator==(PlaneBox const &, PlaneBox const &) = default;
};

/// Pixels in RGBA, rows from the top, four bytes a pixel.
struct Pixels
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/**
 * A scanned map or any raster that GDAL reads, warped to the projection of the atlas where it is looked at. Opening
 * reads no pixels. Not thread-safe: each thread opens its own.
 */
class Scan
{
public:
    /// \param definition of the atlas's projection
    /// \param overviews a VRT beside which they were built, from overviews_for(); empty: the raster's own
    /// \throws DataError if it cannot be opened
    Scan(std::filesystem::path file, std::string definition, std::filesystem::path const &overviews = {});
    ~Scan();
    Scan(Scan &&) noexcept;
    Scan &operator=(Scan &&) noexcept;

    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    /// Whether the file itself says where it lies.
    [[nodiscard]] bool referenced() const;
    /// True if it is large and has no smaller copies of itself: then looking at all of it is slow.
    [[nodiscard]] bool wants_overviews() const;

    /// Lays it by control points in place of what the file says. \throws std::runtime_error as Georeference does
    void lay(std::vector<ControlPoint> const &points, Fitting fitting, Projection const &projection);
    [[nodiscard]] bool laid() const;
    /// What of the map plane it covers. \pre laid()
    [[nodiscard]] PlaneBox extent() const;

    /// The part of it in the box, transparent where it does not reach. \pre laid() \throws DataError if GDAL fails
    [[nodiscard]] Pixels warped(PlaneBox const &box, int width, int height) const;
    /// The scan itself in pixel coordinates, for setting control points. \throws DataError if GDAL fails
    [[nodiscard]] Pixels part(double left, double top, double right, double bottom, int width, int height) const;

private:
    struct Sources;
    std::unique_ptr<Sources> m_sources;
};

/// True for a file that GDAL knows as a raster by its first bytes, and not as anything with features.
[[nodiscard]] bool is_picture(std::filesystem::path const &file);

/// Called with the share done; false stops.
using ScanProgress = std::function<bool(double)>;

/// The VRT in the cache folder under which the overviews of this state of a scan (path, size, time) belong.
[[nodiscard]] std::filesystem::path overviews_for(std::filesystem::path const &scan,
                                                  std::filesystem::path const &cache);
/// True if they are there and complete.
[[nodiscard]] bool has_overviews(std::filesystem::path const &vrt);
/// Builds them; a stopped or failed building leaves nothing. \return false if stopped \throws DataError if GDAL fails
bool build_overviews(std::filesystem::path const &scan, std::filesystem::path const &vrt, ScanProgress const &progress);

} // namespace geo
