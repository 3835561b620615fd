#include "app/state/pace.hpp"

#include "app/state/moments.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace app {

std::vector<geo::Instant> pace_moments(geo::Atlas const &atlas)
{
    std::vector<geo::Instant> moments;
    for (auto const &event : atlas.events) {
        bool const dated = event.start && event.start->start && event.start->start->precision >= geo::Precision::day;
        if (dated && atlas.info.span.contains(moment_of(event))) {
            moments.push_back(moment_of(event));
        }
    }
    std::ranges::sort(moments);
    return moments;
}

double story_rate(std::vector<geo::Instant> const &moments, geo::Instant at)
{
    constexpr double near_rate = 600;
    constexpr double seconds_to_next = 2;
    double nearest = fastest_rate * seconds_to_next;
    auto const next = std::ranges::lower_bound(moments, at);
    if (next != moments.end()) {
        nearest = std::min(nearest, std::chrono::duration<double>(*next - at).count());
    }
    if (next != moments.begin()) {
        nearest = std::min(nearest, std::chrono::duration<double>(at - *std::prev(next)).count());
    }
    return std::clamp(nearest / seconds_to_next, near_rate, fastest_rate);
}

Advanced advance(geo::Instant from, double fraction, double rate, double real_seconds)
{
    double const gone = fraction + rate * real_seconds;
    double const whole = std::floor(gone);
    return {from + geo::Seconds{static_cast<long>(whole)}, gone - whole};
}

Advanced advance_story(std::vector<geo::Instant> const &moments, geo::Instant from, double fraction,
                       double real_seconds)
{
    // The rate changes on the way: small steps, so that it does not hang on how often frames come.
    constexpr double step = 1 / 120.0;
    Advanced now{from, fraction};
    for (double left = real_seconds; left > 0; left -= step) {
        now = advance(now.at, now.fraction, story_rate(moments, now.at), std::min(left, step));
    }
    return now;
}

} // namespace app
