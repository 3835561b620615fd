#include "app/shell/scan_files.hpp"

#include "app/core/atomic_file.hpp"

#include "geo/raster/scan.hpp"

#include <optional>
#include <stdexcept>

namespace app {

bool is_scan(std::filesystem::path const &file)
{
    return geo::is_picture(file);
}

DeskScan scan_of(std::filesystem::path const &file)
{
    DeskScan scan;
    scan.file = std::filesystem::absolute(file).string();
    auto saved = geo::fit_beside(file);
    scan.points = std::move(saved.points);
    scan.fitting = saved.fitting;
    return scan;
}

std::vector<std::filesystem::path> save_scan(DeskScan const &scan, geo::Projection const &projection)
{
    std::optional<geo::Georeference> fit;
    if (scan.points.size() >= geo::least_points(scan.fitting)) {
        try {
            fit.emplace(scan.points, scan.fitting, projection);
        } catch (std::runtime_error const &) { // the points are kept all the same
        }
    }
    std::vector<std::filesystem::path> written;
    auto const write = [&](std::filesystem::path const &file, std::string const &content) {
        write_atomically(file, content);
        written.push_back(file);
    };
    write(geo::points_beside(scan.file), to_points_file(scan.points, fit ? &*fit : nullptr));
    write(geo::vrt_beside(scan.file), geo::to_vrt(scan.file, scan.points, scan.fitting));
    if (fit && scan.fitting == geo::Fitting::affine &&
        !geo::Scan{scan.file, projection.definition()}.referenced()) {
        write(geo::world_file_beside(scan.file), geo::to_world_file(scan.points));
    }
    return written;
}

} // namespace app
