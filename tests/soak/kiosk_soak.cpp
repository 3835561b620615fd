// A day of an exhibition in minutes: simulated visitors before the kiosk's display, and what it costs.
//   kiosk_soak [--hours 8] [--inputs 20000] [--minutes 20] [--seed 1920] [--warm-up 0.1]
// Its memory at the end is compared with that after the share of the hours that is called warm-up.
// Ends with 1 if the display failed, grew, was too slow, or the run took longer than allowed.

#include "soak/visitors.hpp"

#include "app/core/heap.hpp"
#include "app/core/paths.hpp"
#include "app/kiosk/supervisor.hpp"
#include "app/shell/bench.hpp"
#include "app/shell/private_display.hpp"
#include "app/shell/quiet_sfml.hpp"

#include <SFML/Graphics/RectangleShape.hpp>
#include <SFML/Graphics/RenderTexture.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <limits>
#include <malloc.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Plan
{
    double hours = 8;
    long inputs = 20'000;
    double minutes = 20;
    unsigned seed = 1920;
    double warm_up = 0.1;
};

double seconds_since(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double processor_seconds()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

/// Has a driver that draws in software give back what it holds of pictures long drawn. Mesa's llvmpipe keeps the
/// triangles of each of its scenes until that scene is used again, and takes the first that is free: only while one
/// draws for long are all the others used.
void drain_driver()
{
    constexpr int scenes = 64; // as many as it has
    sf::RenderTexture large;
    sf::RenderTexture small;
    if (!large.create(2048, 2048) || !small.create(16, 16)) {
        throw std::runtime_error{"no textures to draw into"};
    }
    sf::RectangleShape veil{{2048, 2048}};
    veil.setFillColor({255, 255, 255, 3});
    for (int i = 0; i < 80; ++i) {
        large.draw(veil);
    }
    large.display();
    for (int i = 0; i < scenes; ++i) {
        small.clear();
        small.draw(veil);
        small.display();
    }
    (void)small.getTexture().copyToImage(); // waits for all
}

/// Memory of our own, KiB, when the display has nothing left to do and what is free was given back.
long memory(test::Kiosk &kiosk)
{
    kiosk.settle();
    drain_driver();
    malloc_trim(0);
    return app::memory_of(getpid());
}

/// The least of it at the begin of three runs of the film, which is always the same picture.
long least_memory(test::Kiosk &kiosk, test::Visitors &visitors)
{
    constexpr int runs = 3;
    long least = std::numeric_limits<long>::max();
    for (int i = 0; i < runs; ++i) {
        visitors.watch();
        least = std::min(least, memory(kiosk));
    }
    return least;
}

/// Frame times of the film, a floor frame after every thirty.
class FrameTimes
{
public:
    explicit FrameTimes(app::KioskView &view) : m_view{view} {}

    void frame()
    {
        m_times.frames.push_back(time([&] { m_view.turn(1.0 / 60); }));
        if (m_times.frames.size() % 30 == 0) {
            auto const picture = m_view.snapshot();
            m_view.floor_frame(picture);
            m_view.floor_frame(picture);
            m_times.floors.push_back(time([&] { m_view.floor_frame(picture); }));
        }
    }
    [[nodiscard]] double over_floor(double share) const
    {
        return app::percentile(m_times.frames, share) / app::percentile(m_times.floors, share);
    }
    [[nodiscard]] app::PhaseTimes const &times() const { return m_times; }

private:
    template <typename Work>
    static double time(Work const &work)
    {
        auto const begin = Clock::now();
        work();
        return seconds_since(begin) * 1000;
    }

    app::KioskView &m_view;
    app::PhaseTimes m_times;
};

Plan plan_of(std::vector<std::string> const &words)
{
    Plan plan;
    if (words.size() % 2 != 0) {
        throw std::runtime_error{"kiosk_soak: each option has a value; the options stand at the head of its source"};
    }
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        auto const &value = words[i + 1];
        if (words[i] == "--hours") {
            plan.hours = std::stod(value);
        } else if (words[i] == "--inputs") {
            plan.inputs = std::stol(value);
        } else if (words[i] == "--minutes") {
            plan.minutes = std::stod(value);
        } else if (words[i] == "--warm-up") {
            plan.warm_up = std::stod(value);
        } else if (words[i] == "--seed") {
            plan.seed = static_cast<unsigned>(std::stoul(value));
        } else {
            throw std::runtime_error{fmt::format("kiosk_soak: '{}' is not known", words[i])};
        }
    }
    return plan;
}

/// \return whether it is as it must be
bool judge(bool good, std::string const &line)
{
    fmt::print("{} {}\n", good ? "ok  " : "FAIL", line);
    return good;
}

int run(Plan const &plan)
{
    app::share_one_heap(); // as the kiosk's own command does
    app::ensure_display();
    app::QuietSfml const quiet;
    app::KioskSettings settings;
    settings.idle_seconds = 60;
    test::Kiosk kiosk{app::open_session(app::bundled_atlas()), app::Viewport{1920, 1080}, settings};
    test::Visitors visitors{kiosk, plan.seed};
    FrameTimes times{kiosk.view};
    visitors.playing_frame = [&] { times.frame(); };

    auto const begin = Clock::now();
    visitors.tour();
    double const whole = plan.hours * 3600;
    long early = 0;
    double const first = visitors.seconds() + whole * plan.warm_up;
    double const end = visitors.seconds() + whole;
    double report = visitors.seconds();
    while (visitors.seconds() < end || visitors.inputs() < plan.inputs) {
        visitors.visit();
        if (early == 0 && visitors.seconds() >= first) {
            early = least_memory(kiosk, visitors);
            fmt::print("warmed up: {:.1f} MiB\n", static_cast<double>(early) / 1024);
        }
        if (visitors.seconds() >= report) {
            fmt::print("{:5.2f} h  {:4} visits  {:6} inputs  {:6.1f} MiB  {:5.0f} s\n", visitors.seconds() / 3600,
                       visitors.visits(), visitors.inputs(), static_cast<double>(memory(kiosk)) / 1024, seconds_since(begin));
            std::fflush(stdout);
            report += whole / 20;
        }
        if (seconds_since(begin) > plan.minutes * 60) {
            break;
        }
    }
    long const late = least_memory(kiosk, visitors);
    bool good = judge(visitors.seconds() >= end && visitors.inputs() >= plan.inputs,
                      fmt::format("{:.2f} hours with {} visits and {} inputs in {:.0f} s, {:.0f} s of them the processor's",
                                  visitors.seconds() / 3600, visitors.visits(), visitors.inputs(), seconds_since(begin),
                                  processor_seconds()));
    good &= judge(late - early <= 2048, fmt::format("memory of its own: {:.2f} MiB warmed up, {:.2f} MiB at the end",
                                                    static_cast<double>(early) / 1024,
                                                    static_cast<double>(late) / 1024));
    // Of a few floor frames the slowest is chance.
    bool const many = times.times().floors.size() >= 100;
    good &= judge(!times.times().floors.empty() && times.over_floor(0.5) <= 1.7 &&
                      (!many || times.over_floor(0.99) <= 1.7),
                  fmt::format("playing, {} frames over {} floor frames: {:.2f} p50, {:.2f} p99", times.times().frames.size(),
                              times.times().floors.size(), times.over_floor(0.5), times.over_floor(0.99)));
    auto const log = kiosk.log_lines();
    good &= judge(log.empty(), fmt::format("{} lines in the log{}", log.size(), log.empty() ? "" : ": " + log.front()));
    return good ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(plan_of({argv + 1, argv + argc}));
    } catch (std::exception const &failure) {
        fmt::print(stderr, "kiosk_soak: {}\n", failure.what());
        return 1;
    }
}
