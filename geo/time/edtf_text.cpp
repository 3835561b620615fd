#include "geo/time/edtf_text.hpp"

#include <string_view>

namespace geo {
namespace {

std::string_view qualifier(EdtfDate const &date)
{
    return date.approximate && date.uncertain ? "%" : date.approximate ? "~" : date.uncertain ? "?" : "";
}

/// The instant cut to a precision: year, month, day, minute or second.
std::string cut(Instant t, Precision precision)
{
    auto text = to_iso(t);
    std::size_t dropped = 0;
    switch (precision) {
    case Precision::second:
        break;
    case Precision::minute:
        dropped = std::string_view{":00"}.size();
        break;
    case Precision::day:
        dropped = std::string_view{"T00:00:00"}.size();
        break;
    case Precision::month:
        dropped = std::string_view{"-01T00:00:00"}.size();
        break;
    default:
        dropped = std::string_view{"-01-01T00:00:00"}.size();
    }
    text.resize(text.size() - dropped);
    return text;
}

bool is_span(EdtfDate const &date)
{
    return date.unspecified || date.precision == Precision::season || date.precision < Precision::year;
}

std::string bound(EdtfDate const &date, bool end)
{
    auto const mark = std::string{qualifier(date)};
    if (is_span(date)) {
        return cut(end ? date.last - Seconds{1} : date.first, Precision::month) + mark;
    }
    return cut(date.first, date.precision) + mark;
}

} // namespace

std::string to_text(Edtf const &date)
{
    if (!date.interval && date.start && !is_span(*date.start)) {
        return bound(*date.start, false);
    }
    auto const from = date.start ? bound(*date.start, false) : date.start_open ? ".." : "";
    auto const to = date.end ? bound(*date.end, true) : date.end_open ? ".." : "";
    return from + "/" + to;
}

} // namespace geo
