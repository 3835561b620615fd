#include "geo/movement/timetable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace geo {
namespace {

using Part = std::chrono::duration<double>;

/// What a date text allows without its "~": from, until, and whether it is coarser than an hour of the clock.
struct Range
{
    Instant first;
    Instant last;
    bool coarse = false;
    double slack_s = 0;

    [[nodiscard]] Instant at(double fraction) const
    {
        return first + std::chrono::duration_cast<Seconds>(Part{last - first} * fraction);
    }
};

Range range_of(Edtf const &text, Approximation const &approximation)
{
    auto const &start = text.start ? *text.start : *text.end;
    auto const &end = text.end ? *text.end : start;
    bool const coarse = text.interval || start.precision < Precision::minute;
    Range range{start.first, end.last, coarse, 0};
    double const nominal = coarse ? Part{range.last - range.first}.count() / 2 : 0.0;
    double const widened = Part{range.first - text.earliest(approximation)}.count();
    range.slack_s = nominal + std::max(0.0, widened);
    return range;
}

Instant chosen(Range const &range, double fraction)
{
    return range.coarse ? range.at(fraction) : range.first;
}

bool open_ended(Edtf const &text)
{
    return !text.start && !text.end;
}

/// Puts arrival and departure of one place in order where their coarse texts allow it.
bool settle(Range const &arrival, Range const &departure, Stop &stop)
{
    if (*stop.arrival <= *stop.departure) {
        return true;
    }
    auto const first = std::max(arrival.first, departure.coarse ? departure.first : arrival.first);
    auto const last = departure.coarse ? std::min(arrival.last, departure.last) : departure.first;
    if (!(arrival.coarse || departure.coarse) || first > last) {
        return false;
    }
    auto const middle = Range{first, last, true, 0}.at(0.5);
    stop.arrival = arrival.coarse ? middle : *stop.arrival;
    stop.departure = departure.coarse ? std::max(middle, *stop.arrival) : *stop.departure;
    return *stop.arrival <= *stop.departure;
}

Stop stop_of(Fix const &fix, std::size_t i, Approximation const &approximation, std::vector<TimeFault> &faults)
{
    Stop stop;
    std::optional<Range> arrival;
    std::optional<Range> departure;
    if (fix.arrival && !open_ended(*fix.arrival)) {
        arrival = range_of(*fix.arrival, approximation);
        stop.arrival = chosen(*arrival, 0.75);
        stop.arrival_slack_s = arrival->slack_s;
    } else if (i > 0) {
        faults.push_back({i, "arrival", "is empty; only the first fix of a unit may leave it out (already there)"});
    }
    if (fix.departure && !open_ended(*fix.departure)) {
        departure = range_of(*fix.departure, approximation);
        stop.departure = chosen(*departure, 0.25);
        stop.departure_slack_s = departure->slack_s;
    }
    if (arrival && departure && !settle(*arrival, *departure, stop)) {
        faults.push_back({i, "departure",
                          fmt::format("leaves ({}) before it arrives ({}); correct one of them",
                                      to_iso(*stop.departure), to_iso(*stop.arrival))});
    }
    return stop;
}

} // namespace

Pace pace_of(Unit const &unit, Mode mode)
{
    bool const mounted =
        unit.kind.find("cavalry") != std::string::npos || unit.symbol.find("cavalry") != std::string::npos;
    switch (mode) {
    case Mode::rail:
        return {25, 60};
    case Mode::sea:
        return {15, 25};
    default:
        return mounted ? Pace{6, 12} : Pace{4, 5};
    }
}

std::vector<Stop> timetable(Unit const &unit, Approximation const &approximation, std::vector<TimeFault> &faults)
{
    std::vector<Stop> stops;
    for (std::size_t i = 0; i < unit.fixes.size(); ++i) {
        stops.push_back(stop_of(unit.fixes[i], i, approximation, faults));
        if (i == 0 || !stops[i].arrival) {
            continue;
        }
        auto const &before = stops[i - 1];
        auto const left = before.departure ? before.departure : before.arrival;
        if (left && *stops[i].arrival <= *left) {
            faults.push_back({i, "arrival",
                              fmt::format("it arrives ({}) no later than it left the place before ({}); correct the "
                                          "dates or the order (seq)",
                                          to_iso(*stops[i].arrival), to_iso(*left))});
        }
        if (!left) {
            faults.push_back({i - 1, "departure", "is empty, and so is the arrival: give at least one of them"});
        }
    }
    return stops;
}

} // namespace geo
