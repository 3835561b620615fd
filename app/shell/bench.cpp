#include "app/shell/bench.hpp"

#include "app/core/paths.hpp"
#include "app/state/reduce.hpp"

#include "geo/state/world_state.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

template <typename Work>
double milliseconds(Work const &work)
{
    auto const start = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

PhaseTimes measure(std::string name, Viewer &viewer, std::chrono::milliseconds lasts,
                   std::function<void(int)> const &change)
{
    constexpr int warm_up = 20;
    constexpr int floor_every = 30;
    constexpr int least = 120;
    PhaseTimes times{std::move(name), {}, {}};
    auto const end = Clock::now() + lasts;
    for (int i = -warm_up; i < least || Clock::now() < end; ++i) {
        change(i + warm_up);
        double const frame = milliseconds([&] { viewer.frame(1 / 60.0F); });
        if (i >= 0) {
            times.frames.push_back(frame);
            // Three in a row, the last counted: the first after a frame pays for what the frame left to do. The
            // picture is the window's own, so that all it shows stays.
            if (i % floor_every == 0) {
                auto const picture = viewer.snapshot();
                viewer.floor_frame(picture);
                viewer.floor_frame(picture);
                times.floors.push_back(milliseconds([&] { viewer.floor_frame(picture); }));
            }
        }
    }
    return times;
}

double processor_seconds()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

} // namespace

double percentile(std::vector<double> times, double share)
{
    std::ranges::sort(times);
    auto const index = static_cast<std::size_t>(std::lround(share * static_cast<double>(times.size() - 1)));
    return times[index];
}

PhaseTimes measure_playing(Viewer &viewer, std::chrono::milliseconds lasts)
{
    viewer.act(Home{});
    viewer.act(SetPlaying{true});
    auto times = measure("playing", viewer, lasts, [&](int) { viewer.act(Tick{1 / 60.0}); });
    viewer.act(SetPlaying{false});
    return times;
}

PhaseTimes measure_panning(Viewer &viewer, std::chrono::milliseconds lasts)
{
    viewer.act(Home{});
    return measure("panning", viewer, lasts, [&](int i) {
        double const angle = i * 0.05;
        viewer.act(PanBy{6 * std::cos(angle), 6 * std::sin(angle)});
    });
}

PhaseTimes measure_zooming(Viewer &viewer, std::chrono::milliseconds lasts)
{
    viewer.act(Home{});
    return measure("zooming", viewer, lasts, [&](int i) {
        viewer.act(ZoomAt{{960, 540}, (i / 60) % 2 == 0 ? 1.02 : 1 / 1.02});
    });
}

PhaseTimes measure_scrubbing(Viewer &viewer, std::chrono::milliseconds lasts)
{
    viewer.act(Home{});
    auto const start = viewer.state().now;
    return measure("scrubbing", viewer, lasts,
                   [&](int i) { viewer.act(SetInstant{start + std::chrono::minutes{(i * 37) % 2880}}); });
}

double measure_idle(Viewer &viewer, std::chrono::milliseconds lasts)
{
    viewer.act(SetPlaying{false});
    // The last pictures of the kept map and of what lies about it come a strip a frame.
    auto const settled = Clock::now() + std::chrono::milliseconds{1500};
    while (Clock::now() < settled) {
        viewer.step();
    }
    auto const begin = Clock::now();
    double const used = processor_seconds();
    while (Clock::now() < begin + lasts) {
        viewer.step();
    }
    return 100 * (processor_seconds() - used) / std::chrono::duration<double>(Clock::now() - begin).count();
}

double measure_state_at(geo::Atlas const &atlas, int instants, int repeats)
{
    std::vector<double> times;
    auto const length = (atlas.info.span.end - atlas.info.span.begin) / instants;
    for (int i = 0; i < instants; ++i) {
        auto const t = atlas.info.span.begin + length * i;
        times.push_back(1000 / repeats * milliseconds([&] {
                            for (int k = 0; k < repeats; ++k) {
                                (void)geo::state_at(atlas, t);
                            }
                        }));
    }
    return percentile(std::move(times), 0.5);
}

SceneTimes measure_build_scene(Session const &session)
{
    auto state = opening_state({*session.atlas, session.projection}, {1920, 1080});
    auto const style = find_style(state.style);
    FontMetrics const fonts;
    Texts const texts{locale_dir(), state.language};
    std::vector<double> base_times;
    std::vector<double> moving_times;
    constexpr int steps = 40;
    auto const &span = session.atlas->info.span;
    for (int i = 0; i < steps; ++i) {
        state.now = span.begin + (span.end - span.begin) / steps * i;
        auto const world = geo::state_at(*session.atlas, state.now);
        SceneInput const in{session.map, world, state, style, fonts, texts, {0, 0, 1920, 1080}, {}};
        BaseScene base;
        base_times.push_back(milliseconds([&] { base = build_base(in); }));
        moving_times.push_back(milliseconds([&] { (void)build_moving(in, base); }));
    }
    return {percentile(std::move(base_times), 0.5), percentile(std::move(moving_times), 0.5)};
}

} // namespace app
