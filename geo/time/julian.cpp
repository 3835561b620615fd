#include "geo/time/julian.hpp"

namespace geo {

std::chrono::year_month_day old_style_date(Instant t)
{
    using namespace std::chrono;
    // Counted in cycles of four years of 1461 days from 1 March of the Julian year 0, so that leap days end a cycle
    // (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", with years of 365.25 days).
    constexpr long march_0 = 719470; // days from 0000-03-01 Julian to 1970-01-01 Gregorian
    long const days_since = floor<days>(t).time_since_epoch().count() + march_0;
    long const cycle = (days_since >= 0 ? days_since : days_since - 1460) / 1461;
    long const day_of_cycle = days_since - cycle * 1461;
    long const year_of_cycle = (day_of_cycle - day_of_cycle / 1460) / 365;
    long const day_of_year = day_of_cycle - 365 * year_of_cycle;
    long const month_from_march = (5 * day_of_year + 2) / 153;
    long const d = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    long const m = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    long const y = cycle * 4 + year_of_cycle + (m <= 2 ? 1 : 0);
    return year{static_cast<int>(y)} / month{static_cast<unsigned>(m)} / day{static_cast<unsigned>(d)};
}

} // namespace geo
