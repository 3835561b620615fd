// Any bytes as the control points of a scan are points in degrees that every fit takes or refuses in words, or refused
// in one line.

#include "fuzz_file.hpp"
#include "fuzz_text.hpp"

#include "geo/io/data_error.hpp"
#include "geo/raster/control_points.hpp"

#include <stdexcept>

namespace {

void try_fits(std::vector<geo::ControlPoint> const &points)
{
    static geo::Projection const projection{"", {45, 38, 52, 43}};
    constexpr std::size_t enough = 30; // a thin plate costs the cube of its points
    using enum geo::Fitting;
    for (auto const fitting : {affine, polynomial2, polynomial3, thin_plate}) {
        try {
            if (points.size() <= enough) {
                geo::Georeference const fit{points, fitting, projection};
                (void)fit.to_map(0, 0);
                (void)geo::to_points_file(points, &fit);
            }
        } catch (std::runtime_error const &error) {
            fuzz::require_line(error.what());
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size)
{
    try {
        auto const points = geo::read_points_file(fuzz::as_file("map.points", data, size));
        auto const text = geo::to_points_file(points, nullptr);
        auto const again =
            fuzz::as_file("again.points", reinterpret_cast<std::uint8_t const *>(text.data()), text.size());
        fuzz::require(geo::read_points_file(again).size() == points.size());
        try_fits(points);
    } catch (geo::DataError const &error) {
        fuzz::require_line(error.what());
    }
    return 0;
}
