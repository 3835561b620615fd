#include "app/shell/bench.hpp"

#include "geo/state/world_state.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(std::function<void()> const &work)
{
    auto const start = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

PhaseTimes measure(std::string name, Viewer &viewer, int frames, std::function<void(int)> const &change)
{
    constexpr int warm_up = 10;
    constexpr int floor_every = 30;
    PhaseTimes times{std::move(name), {}, {}};
    for (int i = -warm_up; i < frames; ++i) {
        change(i + warm_up);
        double const frame = milliseconds([&] { viewer.frame(1 / 60.0F); });
        if (i >= 0) {
            times.frames.push_back(frame);
            // Three in a row, the last counted: the first after a frame pays for what the frame left to do.
            if (i % floor_every == 0) {
                viewer.floor_frame();
                viewer.floor_frame();
                times.floors.push_back(milliseconds([&] { viewer.floor_frame(); }));
            }
        }
    }
    return times;
}

} // namespace

double percentile(std::vector<double> times, double share)
{
    std::ranges::sort(times);
    auto const index = static_cast<std::size_t>(std::lround(share * static_cast<double>(times.size() - 1)));
    return times[index];
}

std::vector<PhaseTimes> measure_phases(Viewer &viewer, int frames)
{
    std::vector<PhaseTimes> all;
    auto const start = viewer.state().now;
    viewer.act(SetPlaying{true});
    all.push_back(measure("playing", viewer, frames, [&](int) { viewer.act(Tick{1 / 60.0}); }));
    viewer.act(SetPlaying{false});
    all.push_back(measure("panning", viewer, frames, [&](int i) {
        double const angle = i * 0.05;
        viewer.act(PanBy{6 * std::cos(angle), 6 * std::sin(angle)});
    }));
    viewer.act(Home{});
    all.push_back(measure("zooming", viewer, frames, [&](int i) {
        viewer.act(ZoomAt{{960, 540}, (i / 60) % 2 == 0 ? 1.02 : 1 / 1.02});
    }));
    viewer.act(Home{});
    all.push_back(measure("scrubbing", viewer, frames,
                          [&](int i) { viewer.act(SetInstant{start + std::chrono::minutes{(i * 37) % 2880}}); }));
    return all;
}

double measure_state_at(geo::Atlas const &atlas)
{
    std::vector<double> times;
    constexpr int steps = 400;
    auto const length = (atlas.info.span.end - atlas.info.span.begin) / steps;
    for (int i = 0; i < steps; ++i) {
        auto const t = atlas.info.span.begin + length * i;
        times.push_back(1000 * milliseconds([&] {
                            for (int k = 0; k < 10; ++k) {
                                (void)geo::state_at(atlas, t);
                            }
                        }) /
                        10);
    }
    return percentile(std::move(times), 0.5);
}

} // namespace app
