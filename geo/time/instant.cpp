#include "geo/time/instant.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace geo {

std::string to_iso(Instant t)
{
    if (t == distant_past || t == distant_future) {
        return "..";
    }
    auto const day = std::chrono::floor<std::chrono::days>(t);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const time{t - day};
    int const year = static_cast<int>(date.year());
    return fmt::format("{}{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", year < 0 ? "-" : "", std::abs(year),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

} // namespace geo
