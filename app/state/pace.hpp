#pragma once

#include "geo/model/atlas.hpp"

#include <cstdint>
#include <vector>

namespace app {

/// How fast the clock runs while playing: at one rate, or at story pace.
enum class Pace : std::uint8_t { steady, story };

inline constexpr double slowest_rate = 60;    ///< seconds of the atlas a real second: 1 minute
inline constexpr double fastest_rate = 86400; ///< 1 day

/// The moments that story pace slows down at, in order: starts of events that are dated to the day or finer.
[[nodiscard]] std::vector<geo::Instant> pace_moments(geo::Atlas const &atlas);

/**
 * Rate of story pace at an instant, seconds of the atlas a real second: the time to the nearest moment passes in about
 * two seconds, from ten minutes a second close by to a day a second far off.
 * \pre moments are in order
 */
[[nodiscard]] double story_rate(std::vector<geo::Instant> const &moments, geo::Instant at);

/// Where the clock stands after so many real seconds, with the part of a second that is left.
struct Advanced
{
    geo::Instant at{};
    double fraction = 0;
};
/// At a steady rate.
[[nodiscard]] Advanced advance(geo::Instant from, double fraction, double rate, double real_seconds);
/// At story pace. \pre moments are in order
[[nodiscard]] Advanced advance_story(std::vector<geo::Instant> const &moments, geo::Instant from, double fraction,
                                     double real_seconds);

} // namespace app
