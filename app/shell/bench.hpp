#pragma once

#include "app/shell/viewer.hpp"

#include <string>
#include <vector>

namespace app {

/// Frame times of one phase, and of the floor frames shown in between, milliseconds.
struct PhaseTimes
{
    std::string name;
    std::vector<double> frames;
    std::vector<double> floors;
};

/// The value below which the share of the sorted times lies. \pre times is not empty
[[nodiscard]] double percentile(std::vector<double> times, double share);

/// Plays, pans, zooms and scrubs, a floor frame after every 30 frames, so that a noisy neighbour harms both alike.
[[nodiscard]] std::vector<PhaseTimes> measure_phases(Viewer &viewer, int frames);

/// Microseconds of one state_at, median over the atlas's time.
[[nodiscard]] double measure_state_at(geo::Atlas const &atlas);

} // namespace app
