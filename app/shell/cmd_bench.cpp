#include "app/cli/commands.hpp"
#include "app/shell/bench.hpp"
#include "app/shell/commands.hpp"
#include "app/shell/no_display.hpp"
#include "app/shell/private_display.hpp"
#include "app/shell/quiet_sfml.hpp"
#include "app/state/reduce.hpp"

#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace app {
namespace {

struct Figure
{
    std::string name;
    double value = 0;
    double must = 0; ///< at most
    double aim = 0;
};

std::vector<Figure> figures_of(std::vector<PhaseTimes> const &phases, double state_us)
{
    std::vector<Figure> figures;
    for (auto const &phase : phases) {
        bool const playing = phase.name == "playing";
        for (auto const &[label, share] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}}) {
            figures.push_back({fmt::format("{}_{}_over_floor", phase.name, label),
                               percentile(phase.frames, share) / percentile(phase.floors, share), playing ? 1.7 : 3.0,
                               playing ? 1.3 : 2.0});
        }
    }
    figures.push_back({"state_at_us", state_us, 50, 10});
    return figures;
}

} // namespace

Exit run_bench(BenchOptions const &options, std::ostream &out, std::ostream &err)
try {
    ensure_display();
    QuietSfml const quiet;
    auto const session = open_session(options.atlas);
    if (print_errors(session->problems, err)) {
        return Exit::data_errors;
    }
    Viewer viewer{session, opening_state({*session->atlas, session->projection}, {1920, 1080}), false};
    auto const phases = measure_phases(viewer, 240);
    auto const figures = figures_of(phases, measure_state_at(*session->atlas));
    if (options.json) {
        auto list = nlohmann::ordered_json::array();
        for (auto const &f : figures) {
            list.push_back(
                {{"name", f.name}, {"value", f.value}, {"must", f.must}, {"aim", f.aim}, {"ok", f.value <= f.must}});
        }
        out << nlohmann::ordered_json{{"format", "marshrut-bench/1"}, {"figures", list}}.dump(1) << '\n';
        return Exit::done;
    }
    for (auto const &phase : phases) {
        fmt::print(out, "{:<10} p50 {:6.2f} ms, p99 {:6.2f} ms; floor p50 {:6.2f} ms, p99 {:6.2f} ms\n", phase.name,
                   percentile(phase.frames, 0.5), percentile(phase.frames, 0.99), percentile(phase.floors, 0.5),
                   percentile(phase.floors, 0.99));
    }
    for (auto const &f : figures) {
        fmt::print(out, "{:<26} {:7.2f}  must {:>4}  aim {:>4}  {}\n", f.name, f.value, f.must, f.aim,
                   f.value <= f.must ? "ok" : "MISSED");
    }
    return Exit::done;
} catch (NoDisplay const &none) {
    err << "marshrut: bench: " << none.what() << '\n';
    return Exit::no_display;
}

} // namespace app
