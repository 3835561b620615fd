#include "app/shell/bench_probe.hpp"

#include "app/core/heap.hpp"
#include "app/core/one_run.hpp"
#include "app/core/paths.hpp"
#include "app/shell/private_display.hpp"
#include "app/shell/quiet_sfml.hpp"
#include "app/shell/viewer.hpp"
#include "app/state/reduce.hpp"

#include "geo/io/yardstick.hpp"

#include <fmt/ostream.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <ostream>
#include <stdexcept>

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

double since_start_of(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Anonymous memory of this process that is in use, MiB.
double anonymous_mib()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string word; status >> word;) {
        if (double kib = 0; word == "RssAnon:" && status >> kib) {
            return kib / 1024;
        }
    }
    throw std::runtime_error{"this system does not tell how much memory a process uses"};
}

ProbeResult probe_window()
{
    auto const start = Clock::now();
    sf::RenderWindow window{sf::VideoMode{1920, 1080}, "empty"};
    window.clear();
    window.display();
    double const first = since_start_of(start);
    for (int i = 0; i < 60; ++i) {
        window.clear();
        window.display();
    }
    return {first, anonymous_mib()};
}

ProbeResult probe_viewer(std::filesystem::path const &atlas)
{
    take_memory_in_large_pieces(); // as the viewer does
    auto const start = Clock::now();
    auto coming = open_session_beside(atlas);
    OpeningWindow opening{{1920, 1080}, false, 1, {}};
    auto const session = coming.get();
    Viewer viewer{session, opening_state({*session->atlas, session->projection}, {1920, 1080}), false,
                  std::move(opening)};
    viewer.frame(1 / 60.0F);
    double const first = since_start_of(start);
    viewer.act(SetPlaying{true});
    for (int i = 0; i < 60; ++i) {
        viewer.act(Tick{1 / 60.0});
        viewer.frame(1 / 60.0F);
    }
    return {first, anonymous_mib()};
}

ProbeResult probe_reading(std::filesystem::path const &atlas)
{
    auto const start = Clock::now();
    geo::read_and_forget(atlas);
    return {since_start_of(start), anonymous_mib()};
}

} // namespace

void run_probe(std::string const &what, std::filesystem::path const &atlas, std::ostream &out)
{
    ensure_display();
    QuietSfml const quiet;
    auto const result = what == "window"   ? probe_window()
                        : what == "viewer" ? probe_viewer(atlas)
                                           : probe_reading(atlas);
    fmt::print(out, "{} {}\n", result.milliseconds, result.anonymous_mib);
}

ProbeResult probe(std::string const &what, std::filesystem::path const &atlas)
{
    constexpr std::chrono::minutes most{2};
    auto const run =
        run_once({own_program().string(), "bench", atlas.string(), "--probe", what}, most, {}, Priority::usual);
    ProbeResult result;
    if (std::sscanf(run.output.c_str(), "%lf %lf", &result.milliseconds, &result.anonymous_mib) != 2) {
        throw std::runtime_error{"bench: a second process of this program could not be started"};
    }
    return result;
}

} // namespace app
