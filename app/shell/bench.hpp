#pragma once

#include "app/shell/viewer.hpp"

#include <chrono>
#include <functional>
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

/// Plays, pans, zooms or scrubs for so long (at least 120 frames), a floor frame after every 30 frames, so that a
/// noisy neighbour harms both alike.
[[nodiscard]] PhaseTimes measure_playing(Viewer &viewer, std::chrono::milliseconds lasts);
[[nodiscard]] PhaseTimes measure_panning(Viewer &viewer, std::chrono::milliseconds lasts);
[[nodiscard]] PhaseTimes measure_zooming(Viewer &viewer, std::chrono::milliseconds lasts);
[[nodiscard]] PhaseTimes measure_scrubbing(Viewer &viewer, std::chrono::milliseconds lasts);

/// Per cent of a core that the paused viewer uses while nothing happens.
[[nodiscard]] double measure_idle(Viewer &viewer, std::chrono::milliseconds lasts);

/// Microseconds of one state_at, median over so many instants of the atlas's time, each asked for `repeats` times.
[[nodiscard]] double measure_state_at(geo::Atlas const &atlas, int instants, int repeats);

/// Milliseconds of the kept and of the moving scene, medians over the atlas's time.
struct SceneTimes
{
    double base = 0;
    double moving = 0;
};
[[nodiscard]] SceneTimes measure_build_scene(Session const &session);

} // namespace app
