#include "geo/time/edtf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <limits>

namespace geo {
namespace {

using namespace std::chrono;

constexpr long greatest_year = 32767;

/// Why a text is no date: thrown inside this file only, caught by parse_edtf.
struct Refusal
{
    std::string reason;
};

[[noreturn]] void refuse(std::string reason)
{
    throw Refusal{std::move(reason)};
}

/// Reads a text from the left.
class Cursor
{
public:
    explicit Cursor(std::string_view text) : m_rest{text} {}

    [[nodiscard]] bool done() const { return m_rest.empty(); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }
    [[nodiscard]] bool next_is(char c) const { return !m_rest.empty() && m_rest.front() == c; }
    bool take(char c)
    {
        bool const found = next_is(c);
        m_rest.remove_prefix(found ? 1 : 0);
        return found;
    }
    /// The next `count` characters that are digits or X; empty if there are fewer.
    std::string_view digits(std::size_t count)
    {
        auto const taken = m_rest.substr(0, count);
        bool const all = taken.size() == count &&
                         std::ranges::all_of(taken, [](unsigned char c) { return std::isdigit(c) || c == 'X'; });
        if (!all) {
            return {};
        }
        m_rest.remove_prefix(count);
        return taken;
    }

private:
    std::string_view m_rest;
};

int number(std::string_view digits)
{
    int value = 0;
    for (char const c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

Instant midnight(year y, month m, day d)
{
    return local_days{y / m / d};
}

/// [first, last) of whole years; what lies beyond the calendar is unbounded.
void set_years(EdtfDate &date, long from, long to)
{
    date.out_of_range = from < -greatest_year || to > greatest_year;
    auto const start_of = [](long y) {
        long const held = std::clamp(y, -greatest_year, greatest_year);
        return midnight(year{static_cast<int>(held)}, January, day{1});
    };
    date.first = from < -greatest_year ? distant_past : start_of(from);
    date.last = to >= greatest_year ? distant_future : start_of(to + 1);
}

/// "Y170000002": years of more than four digits.
EdtfDate long_year(Cursor &in)
{
    bool const negative = in.take('-');
    auto const word = in.rest();
    if (word.size() < 5 || word.front() == '0' ||
        !std::ranges::all_of(word, [](unsigned char c) { return std::isdigit(c) != 0; })) {
        refuse("after Y a year needs five or more digits, as in Y170000002; exponents are not supported (level 2)");
    }
    long value = 0;
    for (char const c : word) {
        value = std::min(value * 10 + (c - '0'), 1'000'000'000'000L);
    }
    (void)in.digits(word.size());
    EdtfDate date;
    date.precision = Precision::year;
    set_years(date, negative ? -value : value, negative ? -value : value);
    return date;
}

/// "1985-XX-XX", "201X": which digits are open, and what is left of the year.
EdtfDate year_of(std::string_view word, bool negative, long &value)
{
    auto const open = static_cast<std::size_t>(std::ranges::count(word, 'X'));
    if (open > 2 || word.substr(0, 4 - open).find('X') != std::string_view::npos) {
        refuse("in a year only the last one or two digits may be X, as in 192X or 19XX (others are level 2)");
    }
    EdtfDate date;
    date.unspecified = open > 0;
    date.precision = open == 2 ? Precision::century : open == 1 ? Precision::decade : Precision::year;
    long const unit = open == 2 ? 100 : open == 1 ? 10 : 1;
    value = number(word.substr(0, 4 - open)) * unit;
    set_years(date, negative ? -(value + unit - 1) : value, negative ? -value : value + unit - 1);
    value = negative ? -value : value;
    return date;
}

/// Seasons 21 to 24 of the northern hemisphere: March, June, September, December, three months each.
void set_season(EdtfDate &date, year y, unsigned code)
{
    auto const begin = y / month{(code - 20) * 3} / day{1};
    date.precision = Precision::season;
    date.first = local_days{begin};
    date.last = local_days{year_month_day{begin} + months{3}};
}

std::string_view month_name(unsigned m)
{
    constexpr std::string_view names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
    return names[m - 1];
}

void set_day(EdtfDate &date, year y, unsigned m, std::string_view word)
{
    if (word == "XX") {
        date.unspecified = true; // some day of that month
        return;
    }
    if (word.find('X') != std::string_view::npos) {
        refuse("a day is two digits or XX (a single X is level 2)");
    }
    unsigned const d = static_cast<unsigned>(number(word));
    if (!(y / month{m} / day{d}).ok()) {
        refuse(fmt::format("{} {} {} does not exist", d, month_name(m), static_cast<int>(y)));
    }
    date.precision = Precision::day;
    date.first = midnight(y, month{m}, day{d});
    date.last = date.first + days{1};
}

unsigned two(Cursor &in, char const *what, unsigned most)
{
    auto const word = in.digits(2);
    if (word.empty() || word.find('X') != std::string_view::npos) {
        refuse(fmt::format("{} needs two digits, as in T16:00", what));
    }
    unsigned const value = static_cast<unsigned>(number(word));
    if (value > most) {
        refuse(fmt::format("{} {} does not exist", what, value));
    }
    return value;
}

/// "Z", "+03", "-05:30": flagged, not applied.
void read_zone(Cursor &in, EdtfDate &date)
{
    if (in.take('Z')) {
        date.zoned = true;
    } else if (in.next_is('+') || in.next_is('-')) {
        in.take('+') || in.take('-');
        (void)two(in, "the hour of the zone", 14);
        if (in.take(':')) {
            (void)two(in, "the minute of the zone", 59);
        }
        date.zoned = true;
    }
}

void read_time(Cursor &in, EdtfDate &date)
{
    if (date.precision != Precision::day) {
        refuse("a time of day needs a full date before it, as in 1920-04-27T16:00");
    }
    unsigned const h = two(in, "hour", 24);
    if (!in.take(':')) {
        refuse("a time of day needs hours and minutes, as in T16:00");
    }
    unsigned const m = two(in, "minute", 59);
    unsigned s = 0;
    date.precision = Precision::minute;
    if (in.take(':')) {
        s = two(in, "second", 59);
        date.precision = Precision::second;
    }
    if (h == 24 && (m > 0 || s > 0)) {
        refuse("after 24:00 the day is over; write the next day");
    }
    date.first += hours{h} + minutes{m} + seconds{s};
    date.last = date.first + (date.precision == Precision::second ? seconds{1} : seconds{60});
    read_zone(in, date);
}

void read_qualifier(Cursor &in, EdtfDate &date)
{
    if (in.take('%')) {
        date.approximate = date.uncertain = true;
    } else if (in.take('~')) {
        date.approximate = true;
    } else if (in.take('?')) {
        date.uncertain = true;
    }
}

/// One date or date-time, whole.
EdtfDate parse_date(std::string_view text)
{
    if (text.find_first_of("?~%") < text.size() - 1) {
        refuse("a qualifier (~ ? %) stands once, at the end of the whole date (others are level 2)");
    }
    if (text.find_first_of("[{") != std::string_view::npos) {
        refuse("sets of dates are level 2; give one date or an interval");
    }
    Cursor in{text};
    EdtfDate date;
    if (in.take('Y')) {
        date = long_year(in);
    } else {
        bool const negative = in.take('-');
        auto const word = in.digits(4);
        if (word.empty()) {
            refuse("a date begins with a year of four digits, as in 1920, 1920-04 or 1920-04-27");
        }
        if (negative && word == "0000") {
            refuse("there is no year -0000; 1 BCE is 0000");
        }
        long value = 0;
        date = year_of(word, negative, value);
        if (in.take('-')) {
            auto const second = in.digits(2);
            if (second.empty()) {
                refuse("a month is two digits from 01 to 12, as in 1920-04");
            }
            bool const open_month = second == "XX";
            if (date.unspecified && !open_month) {
                refuse("where digits of the year are X the month must be XX (others are level 2)");
            }
            date.unspecified = date.unspecified || open_month;
            if (!open_month && second.find('X') != std::string_view::npos) {
                refuse("a month is two digits or XX (a single X is level 2)");
            }
            year const y{static_cast<int>(value)};
            unsigned const m = open_month ? 0 : static_cast<unsigned>(number(second));
            if (!open_month && m >= 21 && m <= 24) {
                set_season(date, y, m);
            } else if (!open_month) {
                if (m < 1 || m > 12) {
                    refuse(fmt::format("month {} does not exist", second));
                }
                date.precision = Precision::month;
                date.first = midnight(y, month{m}, day{1});
                date.last = local_days{year_month_day{y / month{m} / day{1}} + months{1}};
            }
            if (in.take('-')) {
                auto const third = in.digits(2);
                if (third.empty()) {
                    refuse("a day is two digits, as in 1920-04-27");
                }
                if (date.precision == Precision::season) {
                    refuse("a season has no days");
                }
                if (open_month && third != "XX") {
                    refuse("where the month is XX the day must be XX (others are level 2)");
                }
                if (!open_month) {
                    set_day(date, y, m, third);
                }
            }
        }
        if (in.take('T')) {
            read_time(in, date);
        }
    }
    read_qualifier(in, date);
    if (!in.done()) {
        refuse(fmt::format("'{}' is too much; write it like 1920, 1920-04, 1920-04-27 or 1920-04-27T16:00", in.rest()));
    }
    return date;
}

Edtf parse_interval(std::string_view left, std::string_view right)
{
    Edtf value;
    value.interval = true;
    value.start_open = left == "..";
    value.end_open = right == "..";
    if (!left.empty() && !value.start_open) {
        value.start = parse_date(left);
    }
    if (!right.empty() && !value.end_open) {
        value.end = parse_date(right);
    }
    if (!value.start && !value.end && !(value.start_open && value.end_open)) {
        refuse("an interval needs at least one date, as in 1920-04/.. ");
    }
    if (value.start && value.end && value.start->first >= value.end->last) {
        refuse("the interval ends before it begins; exchange its dates");
    }
    return value;
}

Seconds widening(EdtfDate const &date, Approximation const &by)
{
    if (!date.approximate) {
        return Seconds{0};
    }
    switch (date.precision) {
    case Precision::minute:
    case Precision::second:
        return by.minute;
    case Precision::day:
        return by.day;
    case Precision::month:
        return by.month;
    case Precision::season:
        return by.month * 3;
    default:
        return (date.last - date.first) / 10; // a year: five weeks; a century: ten years
    }
}

} // namespace

Instant Edtf::earliest(Approximation const &by) const
{
    return start ? start->first - widening(*start, by) : distant_past;
}

Instant Edtf::latest(Approximation const &by) const
{
    return end ? end->last + widening(*end, by) : distant_future;
}

EdtfParse parse_edtf(std::string_view text)
{
    try {
        if (text.empty()) {
            refuse("it is empty");
        }
        if (auto const slash = text.find('/'); slash != std::string_view::npos) {
            return {parse_interval(text.substr(0, slash), text.substr(slash + 1)), {}};
        }
        Edtf value;
        value.start = value.end = parse_date(text);
        return {value, {}};
    } catch (Refusal const &refusal) {
        return {std::nullopt, refusal.reason};
    }
}

} // namespace geo
