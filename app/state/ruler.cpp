#include "app/state/ruler.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace app {
namespace {

using namespace std::chrono;

/// A distance between marks: so many seconds, or so many months.
struct Step
{
    seconds length{};
    int months_each = 0;
};

constexpr std::array steps{Step{minutes{1}},       Step{minutes{5}},  Step{minutes{15}},   Step{minutes{30}},
                           Step{hours{1}},         Step{hours{3}},    Step{hours{6}},      Step{hours{12}},
                           Step{days{1}},          Step{days{2}},     Step{days{7}},       Step{days{14}},
                           Step{days{30}, 1},      Step{days{91}, 3}, Step{days{365}, 12}, Step{days{3652}, 120},
                           Step{days{36524}, 1200}};

double length(geo::Span const &span)
{
    return duration<double>(span.end - span.begin).count();
}

Step step_at_least(double least_seconds)
{
    auto const found = std::ranges::find_if(
        steps, [&](Step const &step) { return duration<double>(step.length).count() >= least_seconds; });
    return found == steps.end() ? steps.back() : *found;
}

std::vector<RulerTick> month_ticks(geo::Span const &span, int each)
{
    std::vector<RulerTick> ticks;
    year_month_day const first{floor<days>(span.begin)};
    int const month0 = static_cast<int>(static_cast<unsigned>(first.month())) - 1;
    auto at = first.year() / month{static_cast<unsigned>(month0 - month0 % std::min(each, 12) + 1)} / day{1};
    if (each >= 12) {
        int const years_each = each / 12;
        int const y = static_cast<int>(first.year());
        at = year{y - ((y % years_each) + years_each) % years_each} / January / 1;
    }
    for (; local_days{at} < span.end; at += months{each}) {
        if (geo::Instant{local_days{at}} >= span.begin) {
            ticks.push_back({local_days{at}, true});
        }
    }
    return ticks;
}

} // namespace

std::vector<RulerTick> ruler_ticks(geo::Span const &span, double width, double spacing)
{
    if (width <= 0 || span.begin >= span.end) {
        return {};
    }
    auto const step = step_at_least(length(span) * spacing / width);
    if (step.months_each > 0) {
        return month_ticks(span, step.months_each);
    }
    std::vector<RulerTick> ticks;
    // Counted from midnight (or for steps of days from 1970-01-05, a Monday), so that marks do not move when panning.
    auto const origin = step.length >= days{7} ? geo::Instant{local_days{1970y / January / 5}} : geo::Instant{};
    auto const before = floor<seconds>(span.begin - origin).count() / step.length.count();
    for (auto at = origin + step.length * (before - 1); at < span.end; at += step.length) {
        if (at >= span.begin) {
            ticks.push_back({at, at == floor<days>(at)});
        }
    }
    return ticks;
}

geo::Seconds step_for(geo::Span const &ruler)
{
    return step_at_least(length(ruler) / 100).length;
}

geo::Span zoom_ruler(geo::Span const &ruler, geo::Instant about, double factor, geo::Span const &limits)
{
    double const most = length(limits);
    double const now = length(ruler);
    double const wanted = std::clamp(now / factor, std::min(600.0, most), most);
    double const share = share_of(ruler, about);
    auto const begin = about - seconds{static_cast<long>(share * wanted)};
    return pan_ruler({begin, begin + seconds{static_cast<long>(wanted)}}, seconds{0}, limits);
}

geo::Span pan_ruler(geo::Span const &ruler, geo::Seconds by, geo::Span const &limits)
{
    auto const size = ruler.end - ruler.begin;
    auto const latest = std::max(limits.begin, limits.end - size);
    auto const begin = std::clamp(ruler.begin + by, limits.begin, latest);
    return {begin, begin + size};
}

geo::Span follow(geo::Span const &ruler, geo::Instant t, geo::Span const &limits)
{
    if (ruler.contains(t)) {
        return ruler;
    }
    // A fifth in from the side it left by, so that what comes next is in view.
    double const share = t < ruler.begin ? 0.8 : 0.2;
    auto const begin = t - seconds{static_cast<long>(length(ruler) * share)};
    return pan_ruler({begin, begin + (ruler.end - ruler.begin)}, seconds{0}, limits);
}

double share_of(geo::Span const &ruler, geo::Instant t)
{
    return duration<double>(t - ruler.begin).count() / std::max(1.0, length(ruler));
}

geo::Instant instant_at(geo::Span const &ruler, double share)
{
    return ruler.begin + seconds{static_cast<long>(share * length(ruler))};
}

} // namespace app
