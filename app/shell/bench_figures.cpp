#include "app/shell/bench_figures.hpp"

#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdlib>
#include <ostream>
#include <thread>

namespace app {
namespace {

std::array<double, 3> load_average()
{
    std::array<double, 3> load{};
    if (getloadavg(load.data(), static_cast<int>(load.size())) < 1) {
        load[0] = 0;
    }
    return load;
}

} // namespace

void add_phase(PhaseTimes const &phase, double must, double aim, Figures &figures)
{
    for (auto const &[label, share] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}}) {
        figures.push_back({fmt::format("{}_{}_over_floor", phase.name, label),
                           percentile(phase.frames, share) / percentile(phase.floors, share), must, aim});
    }
    for (auto const &[label, share] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}}) {
        figures.push_back({fmt::format("{}_{}_ms", phase.name, label), percentile(phase.frames, share), {}, {}});
        figures.push_back({fmt::format("{}_floor_{}_ms", phase.name, label), percentile(phase.floors, share), {}, {}});
    }
}

std::string machine_text()
{
    return fmt::format("{} processors, load {:.1f}", std::thread::hardware_concurrency(), load_average()[0]);
}

void print_json(Figures const &figures, std::ostream &out)
{
    using Json = nlohmann::ordered_json;
    auto const limit = [](std::optional<double> const &value) { return value ? Json(*value) : Json(nullptr); };
    auto const round = [](double value) { return std::round(value * 1000) / 1000; };
    auto list = Json::array();
    for (auto const &f : figures) {
        list.push_back({{"name", f.name},
                        {"value", round(f.value)},
                        {"must", limit(f.must)},
                        {"aim", limit(f.aim)},
                        {"ok", f.ok()}});
    }
    Json const machine{{"processors", std::thread::hardware_concurrency()}, {"load", round(load_average()[0])}};
    out << Json{{"format", "marshrut-bench/1"}, {"machine", machine}, {"figures", list}}.dump(1) << '\n';
}

void print_table(Figures const &figures, std::ostream &out)
{
    fmt::print(out, "{}\n", machine_text());
    for (auto const &f : figures) {
        if (f.must) {
            bool const met = f.aim && f.value <= *f.aim;
            fmt::print(out, "{:<28} {:9.3f}  must {:>4}  aim {:>4}  {}\n", f.name, f.value, *f.must, *f.aim,
                       !f.ok() ? "MISSED"
                       : met   ? "ok, aim met"
                               : "ok");
        } else {
            fmt::print(out, "{:<28} {:9.3f}\n", f.name, f.value);
        }
    }
}

} // namespace app
