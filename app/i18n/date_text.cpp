#include "app/i18n/date_text.hpp"

#include "geo/time/julian.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace app {
namespace {

using namespace std::chrono;

// Months twice: as they stand after a day ("27 April") and alone ("April 1920"); some languages tell them apart.
constexpr std::array of_day{msg("January|of day"), msg("February|of day"), msg("March|of day"),
                            msg("April|of day"),   msg("May|of day"),      msg("June|of day"),
                            msg("July|of day"),    msg("August|of day"),   msg("September|of day"),
                            msg("October|of day"), msg("November|of day"), msg("December|of day")};
constexpr std::array alone{msg("January"),   msg("February"), msg("March"),    msg("April"),
                           msg("May"),       msg("June"),     msg("July"),     msg("August"),
                           msg("September"), msg("October"),  msg("November"), msg("December")};
constexpr std::array weekdays{msg("Sunday"),   msg("Monday"), msg("Tuesday"), msg("Wednesday"),
                              msg("Thursday"), msg("Friday"), msg("Saturday")};
constexpr std::array seasons{msg("spring"), msg("summer"), msg("autumn"), msg("winter")};

struct Civil
{
    year_month_day date;
    hh_mm_ss<seconds> time;

    explicit Civil(geo::Instant t) : date{floor<days>(t)}, time{t - floor<days>(t)} {}
    [[nodiscard]] std::size_t month() const { return static_cast<unsigned>(date.month()) - 1; }
};

/// A translated message; in English, where it stands for itself, without the remark that follows its bar.
std::string without_remark(std::string text)
{
    return text.substr(0, text.find('|'));
}

std::string month_of_day(Texts const &texts, std::size_t month)
{
    return without_remark(texts.tr(of_day.at(month)));
}

/// The number alone, as it stands along a ruler.
std::string year_number(Texts const &texts, year y)
{
    int const value = static_cast<int>(y);
    // Year 0 is 1 BCE.
    return value > 0 ? std::to_string(value) : fmt::format(fmt::runtime(texts.tr("{} BCE")), 1 - value);
}

/// As it stands in a sentence: some languages add the word for year.
std::string year_text(Texts const &texts, year y)
{
    return static_cast<int>(y) > 0 ? fmt::format(fmt::runtime(without_remark(texts.tr("{}|year"))), static_cast<int>(y))
                                   : year_number(texts, y);
}

std::string day_text(Texts const &texts, Civil const &c)
{
    return fmt::format("{} {}", static_cast<unsigned>(c.date.day()), month_of_day(texts, c.month()));
}

std::string clock(Civil const &c)
{
    return fmt::format("{:02}:{:02}", c.time.hours().count(), c.time.minutes().count());
}

/// The words of one date without its qualifiers.
std::string plain(Texts const &texts, geo::EdtfDate const &date, bool with_year)
{
    Civil const c{date.first};
    auto const y = year_text(texts, c.date.year());
    switch (date.precision) {
    case geo::Precision::minute:
    case geo::Precision::second:
        return with_year ? fmt::format("{} {}, {}", day_text(texts, c), y, clock(c))
                         : fmt::format("{}, {}", day_text(texts, c), clock(c));
    case geo::Precision::day:
        return with_year ? fmt::format("{} {}", day_text(texts, c), y) : day_text(texts, c);
    case geo::Precision::month:
        return fmt::format("{} {}", texts.tr(alone.at(c.month())), y);
    case geo::Precision::season:
        return fmt::format("{} {}", texts.tr(seasons.at(c.month() / 3)), y);
    case geo::Precision::decade:
        return fmt::format(fmt::runtime(texts.tr("{}s")), year_number(texts, c.date.year()));
    case geo::Precision::century:
        return fmt::format(fmt::runtime(without_remark(texts.tr("{}–{}|years"))), year_number(texts, c.date.year()),
                           year_number(texts, c.date.year() + years{99}));
    default:
        return y;
    }
}

/// With "about" and "uncertain" as the text says.
std::string qualified(Texts const &texts, geo::EdtfDate const &date, bool with_year)
{
    auto words = plain(texts, date, with_year);
    if (date.approximate && date.precision >= geo::Precision::minute) {
        Civil const c{date.first};
        auto const day = day_text(texts, c) + (with_year ? " " + year_text(texts, c.date.year()) : "");
        words = fmt::format(fmt::runtime(texts.tr("{0}, about {1}")), day, clock(c));
    } else if (date.approximate) {
        words = fmt::format(fmt::runtime(texts.tr("about {}")), words);
    }
    return date.uncertain ? fmt::format(fmt::runtime(texts.tr("{} (uncertain)")), words) : words;
}

std::string range_text(Texts const &texts, std::optional<geo::EdtfDate> const &start,
                       std::optional<geo::EdtfDate> const &end, bool with_year)
{
    if (!start || !end) {
        return start ? fmt::format(fmt::runtime(texts.tr("from {}")), qualified(texts, *start, with_year))
               : end ? fmt::format(fmt::runtime(texts.tr("until {}")), qualified(texts, *end, with_year))
                     : std::string{texts.tr("date unknown")};
    }
    if (*start == *end) {
        return qualified(texts, *start, with_year);
    }
    Civil const a{start->first};
    Civil const b{end->first};
    with_year = with_year || a.date.year() != b.date.year(); // else a span of decades would look like one of months
    bool const one_day =
        a.date == b.date && start->precision >= geo::Precision::minute && end->precision >= geo::Precision::minute;
    if (one_day) {
        auto const about = end->approximate && !start->approximate
                               ? fmt::format(fmt::runtime(texts.tr("about {}")), clock(b))
                               : clock(b);
        return fmt::format("{}–{}", qualified(texts, *start, with_year), about);
    }
    bool const one_year = a.date.year() == b.date.year() && start->precision >= geo::Precision::day &&
                          end->precision >= geo::Precision::day;
    return fmt::format("{} – {}", qualified(texts, *start, with_year && !one_year), qualified(texts, *end, with_year));
}

} // namespace

std::string full_date_text(Texts const &texts, geo::Instant t)
{
    Civil const c{t};
    auto const weekday = std::chrono::weekday{floor<days>(t)}.c_encoding();
    return fmt::format(fmt::runtime(texts.tr("{weekday}, {day} {year}, {time}")),
                       fmt::arg("weekday", texts.tr(weekdays.at(weekday))), fmt::arg("day", day_text(texts, c)),
                       fmt::arg("year", year_text(texts, c.date.year())), fmt::arg("time", clock(c)));
}

std::string brief_date_text(Texts const &texts, geo::Instant t)
{
    Civil const c{t};
    return fmt::format(fmt::runtime(texts.tr("{day} {year}, {time}")), fmt::arg("day", day_text(texts, c)),
                       fmt::arg("year", year_text(texts, c.date.year())), fmt::arg("time", clock(c)));
}

std::string old_style_text(Texts const &texts, geo::Instant t)
{
    auto const date = geo::old_style_date(t);
    auto const day = fmt::format("{} {}", static_cast<unsigned>(date.day()),
                                 month_of_day(texts, static_cast<unsigned>(date.month()) - 1));
    return fmt::format(fmt::runtime(texts.tr("{day} {year} (Old Style)")), fmt::arg("day", day),
                       fmt::arg("year", year_text(texts, date.year())));
}

Fineness ruler_fineness(geo::Span const &shown)
{
    auto const length = shown.end - shown.begin;
    return length > days{365 * 4} ? Fineness::year : length > days{120} ? Fineness::month : Fineness::day;
}

std::string ruler_date_text(Texts const &texts, geo::Instant t, Fineness fineness)
{
    Civil const c{t};
    return fineness == Fineness::year ? year_number(texts, c.date.year())
           : fineness == Fineness::month
               ? fmt::format("{} {}", texts.tr(alone.at(c.month())), year_number(texts, c.date.year()))
               : day_text(texts, c);
}

std::string short_date_text(Texts const &texts, geo::Instant t)
{
    Civil const c{t};
    return day_text(texts, c);
}

std::string clock_text(geo::Instant t)
{
    return clock(Civil{t});
}

std::string date_text(Texts const &texts, geo::Edtf const &date)
{
    return range_text(texts, date.start, date.end, true);
}

std::string event_date_text(Texts const &texts, geo::Event const &event)
{
    auto const start = event.start ? event.start->start : std::nullopt;
    return range_text(texts, start, event.end ? event.end->end : start, true);
}

std::string event_time_text(Texts const &texts, geo::Event const &event)
{
    auto const start = event.start ? event.start->start : std::nullopt;
    return range_text(texts, start, event.end ? event.end->end : start, false);
}

} // namespace app
