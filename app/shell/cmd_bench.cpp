#include "app/cli/commands.hpp"
#include "app/core/heap.hpp"
#include "app/shell/bench_big.hpp"
#include "app/shell/bench_figures.hpp"
#include "app/shell/bench_probe.hpp"
#include "app/shell/commands.hpp"
#include "app/shell/no_display.hpp"
#include "app/shell/opening_picture.hpp"
#include "app/shell/private_display.hpp"
#include "app/shell/quiet_sfml.hpp"
#include "app/state/reduce.hpp"

#include "geo/state/world_state.hpp"

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace app {
namespace {

using namespace std::chrono_literals;

/// All frame times, and what the paused viewer uses.
void add_frames(std::shared_ptr<Session const> const &session, Figures &figures)
{
    Viewer viewer{session, opening_state({*session->atlas, session->projection}, {1920, 1080}), false};
    constexpr auto each = 6500ms;
    add_phase(measure_playing(viewer, each), 1.7, 1.3, figures);
    add_phase(measure_panning(viewer, each), 3, 2, figures);
    add_phase(measure_zooming(viewer, each), 3, 2, figures);
    add_phase(measure_scrubbing(viewer, each), 3, 2, figures);
    figures.push_back({"idle_percent", measure_idle(viewer, 3s), 2, 0.5});
}

/// Start and memory, each process thrice, one kind after the other, medians. Before them one start that finds no opening
/// picture, and keeps the one that the others find.
void add_processes(std::filesystem::path const &atlas, Figures &figures)
{
    std::error_code none;
    std::filesystem::remove(opening_file(), none);
    double const afresh = probe("viewer", atlas).milliseconds;
    std::vector<double> starts;
    std::vector<double> windows;
    std::vector<double> readings;
    std::vector<double> memory;
    for (int i = 0; i < 3; ++i) {
        auto const window = probe("window", atlas);
        auto const viewer = probe("viewer", atlas);
        starts.push_back(viewer.milliseconds);
        windows.push_back(window.milliseconds);
        readings.push_back(probe("reading", atlas).milliseconds);
        memory.push_back(viewer.anonymous_mib - window.anonymous_mib);
    }
    double const start = percentile(starts, 0.5);
    double const window = percentile(windows, 0.5);
    double const reading = percentile(readings, 0.5);
    figures.push_back({"start_over_reading", (start - window) / reading, 4, 2});
    figures.push_back({"start_ms", start, {}, {}});
    figures.push_back({"start_afresh_ms", afresh, {}, {}});
    figures.push_back({"empty_window_ms", window, {}, {}});
    figures.push_back({"reading_ms", reading, {}, {}});
    figures.push_back({"memory_mib", percentile(memory, 0.5), 120, 60});
}

/// Playing an atlas far bigger than any that people make by hand.
void add_big(Figures &figures)
{
    BigAtlas const big{5'000'000, 100'000};
    auto const begin = std::chrono::steady_clock::now();
    auto const session = open_session(big.folder());
    figures.push_back({"big_opening_ms",
                       std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count(),
                       {},
                       {}});
    if (geo::has_errors(session->problems)) {
        throw std::logic_error{"the generated atlas has errors: " + geo::to_line(session->problems.front())};
    }
    figures.push_back({"big_border_vertices", static_cast<double>(border_vertices(*session->atlas)), {}, {}});
    auto const world = geo::state_at(*session->atlas, session->atlas->info.opening_at);
    figures.push_back({"big_units_moving",
                       static_cast<double>(std::ranges::count(world.units, geo::Phase::moving, &geo::UnitState::phase)),
                       {},
                       {}});
    Viewer viewer{session, opening_state({*session->atlas, session->projection}, {1920, 1080}), false};
    auto phase = measure_playing(viewer, 15s);
    phase.name = "big_playing";
    add_phase(phase, 5, 2.5, figures);
    figures.push_back({"big_state_at_us", measure_state_at(*session->atlas, 40, 1), {}, {}});
}

} // namespace

Exit run_bench(BenchOptions const &options, std::ostream &out, std::ostream &err)
try {
    if (!options.probe.empty()) {
        run_probe(options.probe, options.atlas, out);
        return Exit::done;
    }
    ensure_display();
    take_memory_in_large_pieces(); // as the viewer does
    QuietSfml const quiet;
    if (options.big) {
        Figures figures;
        add_big(figures);
        options.json ? print_json(figures, out) : print_table(figures, out);
        return Exit::done;
    }
    auto const session = open_session(options.atlas);
    if (print_errors(session->problems, err)) {
        return Exit::data_errors;
    }
    Figures figures;
    add_frames(session, figures);
    figures.push_back({"state_at_us", measure_state_at(*session->atlas, 400, 10), 50, 10});
    auto const scenes = measure_build_scene(*session);
    figures.push_back({"build_base_ms", scenes.base, {}, {}});
    figures.push_back({"build_moving_ms", scenes.moving, {}, {}});
    add_processes(options.atlas, figures);
    options.json ? print_json(figures, out) : print_table(figures, out);
    return Exit::done;
} catch (NoDisplay const &none) {
    err << "marshrut: bench: " << none.what() << '\n';
    return Exit::no_display;
}

} // namespace app
