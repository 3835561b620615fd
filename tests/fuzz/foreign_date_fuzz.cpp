// Any text of somebody else's file is a date, a period, or neither, whatever the numbers of its column mean.

#include "fuzz_text.hpp"

#include "geo/foreign/time_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size)
{
    using enum geo::NumberMeaning;
    for (auto const number : {none, year, seconds, milliseconds, compact}) {
        for (auto const order : {geo::DayOrder::day_first, geo::DayOrder::month_first}) {
            auto const period = geo::read_foreign_period(fuzz::as_text(data, size), number, order);
            if (!period) {
                continue;
            }
            fuzz::require(period->begin || period->end);
            for (auto const &date : {period->begin, period->end}) {
                if (date) {
                    fuzz::require(date->date.first <= date->date.last && date->fraction >= 0 && date->fraction < 1);
                    (void)geo::to_iso(geo::shifted(*date, geo::Seconds{-date->zone_s.value_or(0)}).date.first);
                }
            }
        }
    }
    return 0;
}
