#pragma once

#include "geo/time/edtf.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace geo {

/// A date of somebody else's file. The clock is that of the text; `zone_s` says which one, where the text does.
struct ForeignDate
{
    EdtfDate date;
    double fraction = 0;       ///< of a second, 0 to below 1
    std::optional<int> zone_s; ///< seconds east of UTC, if the text names a zone

    [[nodiscard]] double seconds() const; ///< since 1970 of its own clock
};

/// What a bare number in a field of dates means; decided for the whole column, see time_columns.hpp.
enum class NumberMeaning : std::uint8_t { none, year, seconds, milliseconds, compact };

/// Day before month or month before day, in dates like 3/4/1920.
enum class DayOrder : std::uint8_t { day_first, month_first };

/**
 * Reads a date as people and programs write it: EDTF and ISO 8601 with zones and fractions, GDAL's and SQL's forms
 * (1920/04/27 14:00:00+03), 27.04.1920, 27 April 1920, 3/4/1920, "44 BC", "c. 1920", and bare numbers as `number` says.
 * An unzoned or coarse date stays so. Never throws.
 */
[[nodiscard]] std::optional<ForeignDate> read_foreign_date(std::string_view text,
                                                           NumberMeaning number = NumberMeaning::none,
                                                           DayOrder order = DayOrder::day_first);

/// Whether seconds since 1970 lie within the calendar, so that an instant can be made of them; false for what is no
/// number.
[[nodiscard]] bool in_calendar(double seconds);

/// Seconds since 1970 as a date of second precision. \pre in_calendar(seconds)
[[nodiscard]] ForeignDate date_of_seconds(double seconds);

/// A whole EDTF interval ("1920-04/1920-05", "1920/..") as begin and end; also one date as both.
struct ForeignPeriod
{
    std::optional<ForeignDate> begin;
    std::optional<ForeignDate> end;
    bool interval = false;
};
[[nodiscard]] std::optional<ForeignPeriod> read_foreign_period(std::string_view text,
                                                               NumberMeaning number = NumberMeaning::none,
                                                               DayOrder order = DayOrder::day_first);

/// The date moved to another clock: for files that mix zones.
[[nodiscard]] ForeignDate shifted(ForeignDate date, Seconds by);

/// "UTC", "UTC+03:00", "UTC-05:30".
[[nodiscard]] std::string zone_name(int zone_s);

} // namespace geo
