#pragma once

#include "geo/time/instant.hpp"

#include <chrono>

namespace geo {

/// The date that a calendar of the Old Style (Julian) showed on that day: 14 April 1920 on 27 April 1920. Year 0 is 1
/// BCE.
[[nodiscard]] std::chrono::year_month_day old_style_date(Instant t);

} // namespace geo
