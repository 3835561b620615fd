#pragma once

#include "geo/model/atlas.hpp"

#include <string>
#include <vector>

namespace geo {

/// Customary and highest likely speed of a unit by a mode, km/h.
struct Pace
{
    double customary = 0;
    double most = 0;
};
[[nodiscard]] Pace pace_of(Unit const &unit, Mode mode);

/// The instants at which a unit comes to a place and leaves it, chosen from what the texts allow.
struct Stop
{
    std::optional<Instant> arrival;   ///< empty: already there
    std::optional<Instant> departure; ///< empty: unknown
    double arrival_slack_s = 0;       ///< how far off the arrival may be, either way
    double departure_slack_s = 0;
};

/// A fix whose times contradict themselves or its neighbour.
struct TimeFault
{
    std::size_t fix = 0;
    std::string field;
    std::string message;
};

/**
 * Chooses the instants of all fixes of a unit: a coarse departure at a quarter of its span, a coarse arrival at three
 * quarters; where that would put the two of one place out of order, both move to the middle of what they share.
 * Faults are appended; the stops of a unit with faults mean nothing.
 */
[[nodiscard]] std::vector<Stop> timetable(Unit const &unit, Approximation const &approximation,
                                          std::vector<TimeFault> &faults);

} // namespace geo
