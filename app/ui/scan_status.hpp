#pragma once

#include "geo/project/projection.hpp"
#include "geo/raster/scan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What is known of a scan of the desk beside the state.
struct ScanStatus
{
    bool opened = false; ///< it was tried
    int width = 0;
    int height = 0;
    bool referenced = false; ///< the file itself says where it lies
    std::optional<geo::PlaneBox> extent; ///< of the map plane, once it is laid
    std::string error;                   ///< why it cannot be shown; empty: it can
    std::vector<double> residuals_m;     ///< one per control point, once they determine a fit
    std::vector<geo::MapPoint> fitted;   ///< where the fit lays each point
    double rms_m = 0;
    std::string fit_error;          ///< why the points determine no fit
    std::optional<double> building; ///< overviews: the share that is done
};

} // namespace app
