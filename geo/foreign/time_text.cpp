#include "geo/foreign/time_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace geo {
namespace {

using namespace std::chrono;

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

std::string trimmed(std::string_view text)
{
    auto const blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && blank(text.back())) {
        text.remove_suffix(1);
    }
    return std::string{text};
}

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// A time of day with its fraction and zone: "14:00", "14:00:05.250Z", "14:00+03". What is no time gives nothing.
struct ClockTime
{
    Seconds of_day{};
    double fraction = 0;
    Precision precision = Precision::minute;
    std::optional<int> zone_s;
};

std::optional<unsigned> take_two(std::string_view &text)
{
    if (text.size() < 2 || !digit(text[0]) || !digit(text[1])) {
        return std::nullopt;
    }
    unsigned const value = static_cast<unsigned>(text[0] - '0') * 10 + static_cast<unsigned>(text[1] - '0');
    text.remove_prefix(2);
    return value;
}

bool take(std::string_view &text, char c)
{
    bool const found = !text.empty() && text.front() == c;
    text.remove_prefix(found ? 1 : 0);
    return found;
}

/// "Z", "+03", "+0300", "+03:00"; nothing if it is something else.
std::optional<int> take_zone(std::string_view &text)
{
    if (take(text, 'Z') || take(text, 'z')) {
        return 0;
    }
    bool const east = !text.empty() && text.front() == '+';
    if (text.empty() || (text.front() != '+' && text.front() != '-')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    auto const h = take_two(text);
    take(text, ':');
    auto const m = take_two(text);
    if (!h || *h > 14 || m.value_or(0) > 59) {
        return std::nullopt;
    }
    int const seconds = static_cast<int>(*h * 3600 + m.value_or(0) * 60);
    return east ? seconds : -seconds;
}

std::optional<ClockTime> read_clock(std::string_view text)
{
    ClockTime time;
    if (text.size() > 1 && text[1] == ':' && digit(text[0])) { // "9:05"
        auto const padded = "0" + std::string{text};
        return read_clock(padded);
    }
    auto const h = take_two(text);
    if (!h || *h > 24) {
        return std::nullopt;
    }
    unsigned m = 0;
    unsigned s = 0;
    if (take(text, ':')) {
        auto const minute = take_two(text);
        if (!minute || *minute > 59) {
            return std::nullopt;
        }
        m = *minute;
        if (take(text, ':')) {
            auto const second = take_two(text);
            if (!second || *second > 60) { // 60: a leap second, taken as the next minute's first
                return std::nullopt;
            }
            s = *second;
            time.precision = Precision::second;
        }
    } else if (!text.empty()) { // an hour alone is "T14" or "T14Z"
        if (text.front() != 'Z' && text.front() != '+' && text.front() != '-') {
            return std::nullopt;
        }
    }
    if (take(text, '.') || take(text, ',')) {
        double unit = 0.1;
        while (!text.empty() && digit(text.front())) {
            time.fraction += unit * (text.front() - '0');
            unit /= 10;
            text.remove_prefix(1);
        }
    }
    take(text, ' ');
    if (text == "UTC" || text == "GMT") {
        time.zone_s = 0;
        text = {};
    } else {
        time.zone_s = take_zone(text);
    }
    if (!text.empty()) {
        return std::nullopt;
    }
    time.of_day = hours{*h} + minutes{m} + Seconds{s};
    return time;
}

void set_clock(ForeignDate &into, ClockTime const &time)
{
    into.date.first += time.of_day;
    into.date.last = into.date.first + (time.precision == Precision::second ? Seconds{1} : Seconds{60});
    into.date.precision = time.precision;
    into.fraction = time.fraction;
    into.zone_s = time.zone_s;
    into.date.zoned = time.zone_s.has_value();
}

std::optional<EdtfDate> one_date(std::string const &edtf)
{
    auto const parsed = parse_edtf(edtf);
    return parsed.value && !parsed.value->interval ? parsed.value->start : std::nullopt;
}

std::optional<EdtfDate> of_numbers(long y, unsigned m, unsigned d)
{
    bool const negative = y < 0;
    return one_date(fmt::format("{}{:04}-{:02}-{:02}", negative ? "-" : "", std::labs(y), m, d));
}

/// The number that the text is from its first to its last sign; nothing if it is none.
std::optional<double> whole_number(std::string_view text)
{
    double value = 0;
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
    }
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value) ? std::optional{value}
                                                                                            : std::nullopt;
}

std::optional<unsigned> month_of(std::string const &word)
{
    constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
    auto const found = std::ranges::find(names, lowered(word).substr(0, 3));
    return found == names.end() ? std::nullopt : std::optional{static_cast<unsigned>(found - names.begin()) + 1};
}

std::vector<std::string> words_of(std::string const &text)
{
    std::vector<std::string> words(1);
    for (char const c : text) {
        if (c == ' ' || c == ',' || c == '\t') {
            if (!words.back().empty()) {
                words.emplace_back();
            }
        } else {
            words.back() += c;
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

std::optional<unsigned> small_number(std::string const &word)
{
    auto const value = word.size() <= 2 ? whole_number(word) : std::nullopt;
    return value && *value >= 1 && *value <= 31 ? std::optional{static_cast<unsigned>(*value)} : std::nullopt;
}

std::optional<long> year_number(std::string const &word)
{
    auto const value = whole_number(word);
    return value && *value == std::floor(*value) && std::abs(*value) <= 32767 ? std::optional{static_cast<long>(*value)}
                                                                              : std::nullopt;
}

/// "27 April 1920", "April 27, 1920", "April 1920".
std::optional<EdtfDate> of_month_name(std::string const &text)
{
    auto const words = words_of(text);
    if (words.size() == 2 && month_of(words[0])) {
        auto const y = year_number(words[1]);
        return y ? one_date(fmt::format("{}{:04}-{:02}", *y < 0 ? "-" : "", std::labs(*y), *month_of(words[0])))
                 : std::nullopt;
    }
    if (words.size() != 3) {
        return std::nullopt;
    }
    auto const y = year_number(words[2]);
    bool const day_first = month_of(words[1]).has_value();
    auto const d = small_number(words[day_first ? 0 : 1]);
    auto const m = month_of(words[day_first ? 1 : 0]);
    return y && d && m ? of_numbers(*y, *m, *d) : std::nullopt;
}

/// "1920/04/27", "27.04.1920", "3/4/1920": three numbers with the same sign between them.
std::optional<EdtfDate> of_three_numbers(std::string const &text, DayOrder order)
{
    std::array<std::string, 3> part;
    std::size_t n = 0;
    char between = 0;
    for (char const c : text) {
        if (digit(c)) {
            part[n] += c;
        } else if ((c == '/' || c == '.' || c == '-') && n < 2 && !part[n].empty() && (between == 0 || between == c)) {
            between = c;
            ++n;
        } else {
            return std::nullopt;
        }
    }
    if (n != 2 || part[2].empty()) {
        return std::nullopt;
    }
    auto const year_first = part[0].size() == 4;
    auto const y = year_number(part[year_first ? 0 : 2]);
    bool const months_lead = !year_first && order == DayOrder::month_first && between == '/';
    auto const m = small_number(part[year_first || !months_lead ? 1 : 0]);
    auto const d = small_number(part[year_first ? 2 : months_lead ? 1 : 0]);
    bool const full_year = part[year_first ? 0 : 2].size() == 4; // two digits of a year could be any century
    return y && m && d && full_year && *m <= 12 ? of_numbers(*y, *m, *d) : std::nullopt;
}

/// "44 BC", "AD 14", "476 CE": the year by name of its era.
std::optional<EdtfDate> of_era(std::string const &text)
{
    auto words = words_of(lowered(text));
    if (words.size() != 2) {
        return std::nullopt;
    }
    if (words[0] == "ad" || words[0] == "bc" || words[0] == "bce" || words[0] == "ce") {
        std::swap(words[0], words[1]);
    }
    auto const y = year_number(words[0]);
    if (!y || *y < 1) {
        return std::nullopt;
    }
    if (words[1] == "bc" || words[1] == "bce" || words[1] == "b.c.") {
        return *y == 1 ? one_date("0000") : one_date(fmt::format("-{:04}", *y - 1));
    }
    return words[1] == "ad" || words[1] == "ce" || words[1] == "a.d." ? one_date(fmt::format("{:04}", *y))
                                                                      : std::nullopt;
}

std::optional<EdtfDate> of_day(std::string const &text, DayOrder order)
{
    if (auto date = one_date(text)) {
        return date;
    }
    if (text.ends_with('s') && text.size() == 5) { // "1920s"
        return one_date(text.substr(0, 3) + "X");
    }
    if (auto const date = of_three_numbers(text, order)) {
        return date;
    }
    if (auto const date = of_month_name(text)) {
        return date;
    }
    return of_era(text);
}

std::optional<ForeignDate> of_number(std::string const &text, NumberMeaning meaning)
{
    auto const value = whole_number(text);
    if (!value || meaning == NumberMeaning::none) {
        return std::nullopt;
    }
    if (meaning == NumberMeaning::year) {
        auto const y = year_number(text);
        auto const date = y ? one_date(fmt::format("{}{:04}", *y < 0 ? "-" : "", std::labs(*y))) : std::nullopt;
        return date ? std::optional{ForeignDate{*date, 0, {}}} : std::nullopt;
    }
    if (meaning == NumberMeaning::compact) {
        auto const date = text.size() == 8
                              ? one_date(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6))
                              : std::nullopt;
        return date ? std::optional{ForeignDate{*date, 0, {}}} : std::nullopt;
    }
    double const seconds = meaning == NumberMeaning::seconds ? *value : *value / 1000;
    return in_calendar(seconds) ? std::optional{date_of_seconds(seconds)} : std::nullopt;
}

/// The form that programs write, "2024-05-01T10:00:00.250Z", without the detours of the others: tracks have millions.
std::optional<ForeignDate> of_plain_iso(std::string_view text)
{
    auto const number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (!digit(text[i])) {
                return -1;
            }
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    if (text.size() < 19 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ')) {
        return std::nullopt;
    }
    int const y = number(0, 4);
    year_month_day const day{year{y}, month{static_cast<unsigned>(number(5, 2))},
                             std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    auto const time = read_clock(text.substr(11));
    if (y < 0 || !day.ok() || !time || time->precision != Precision::second) {
        return std::nullopt;
    }
    ForeignDate date;
    date.date.precision = Precision::day;
    date.date.first = local_days{day};
    set_clock(date, *time);
    return date;
}

/// Where a time of day begins: after "T" or a blank that follows a digit and comes before one.
std::size_t clock_begin(std::string const &text)
{
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        bool const gap = text[i] == 'T' || text[i] == 't' || text[i] == ' ';
        bool const colon = text.find(':', i) != std::string::npos || text[i] == 'T';
        if (gap && digit(text[i - 1]) && digit(text[i + 1]) && colon) {
            return i;
        }
    }
    return std::string::npos;
}

/// A zone that hangs on a date without a time, as XML Schema allows ("1920-04-27Z", "1920-04-27+03:00").
void cut_zone(std::string &text, ForeignDate &date)
{
    if (text.ends_with('Z')) {
        text.pop_back();
        date.zone_s = 0;
    } else if (text.size() >= 6 && text[text.size() - 3] == ':' &&
               (text[text.size() - 6] == '+' || text[text.size() - 6] == '-')) {
        std::string_view zone = std::string_view{text}.substr(text.size() - 6);
        date.zone_s = take_zone(zone);
        text.resize(text.size() - 6);
    }
}

} // namespace

double ForeignDate::seconds() const
{
    return static_cast<double>(to_epoch(date.first)) + fraction;
}

bool in_calendar(double seconds)
{
    constexpr double most = 9e11; // some 28,500 years: std::chrono's end in 32767
    return std::abs(seconds) < most;
}

ForeignDate date_of_seconds(double seconds)
{
    double const whole = std::floor(seconds);
    ForeignDate date;
    date.date.first = Instant{Seconds{static_cast<std::int64_t>(whole)}};
    date.date.last = date.date.first + Seconds{1};
    date.date.precision = Precision::second;
    date.fraction = seconds - whole;
    return date;
}

std::optional<ForeignDate> read_foreign_date(std::string_view text, NumberMeaning number, DayOrder order)
{
    auto words = trimmed(text);
    if (words.empty() || words.size() > 80) {
        return std::nullopt;
    }
    if (auto const counted = of_number(words, number)) {
        return counted;
    }
    if (auto const plain = of_plain_iso(words)) {
        return plain;
    }
    bool approximate = false;
    for (std::string_view const lead : {"circa ", "ca. ", "ca ", "c. ", "c "}) {
        if (lowered(words).starts_with(lead)) {
            words = trimmed(std::string_view{words}.substr(lead.size()));
            approximate = true;
            break;
        }
    }
    ForeignDate result;
    char qualifier = 0;
    if (words.ends_with('~') || words.ends_with('?') || words.ends_with('%')) {
        qualifier = words.back();
        words.pop_back();
    }
    auto const gap = clock_begin(words);
    std::string day = words.substr(0, gap);
    if (gap == std::string::npos) {
        cut_zone(day, result);
    }
    auto const date = of_day(day, order);
    if (!date) {
        return std::nullopt;
    }
    result.date = *date;
    if (gap != std::string::npos) {
        auto const time = read_clock(std::string_view{words}.substr(gap + 1));
        if (!time || result.date.precision != Precision::day) {
            return std::nullopt;
        }
        set_clock(result, *time);
    }
    result.date.approximate = result.date.approximate || approximate || qualifier == '~' || qualifier == '%';
    result.date.uncertain = result.date.uncertain || qualifier == '?' || qualifier == '%';
    result.date.zoned = result.zone_s.has_value();
    return result;
}

std::optional<ForeignPeriod> read_foreign_period(std::string_view text, NumberMeaning number, DayOrder order)
{
    auto const words = trimmed(text);
    if (auto const date = read_foreign_date(words, number, order)) {
        return ForeignPeriod{date, date, false};
    }
    auto const slash = words.find('/');
    if (slash == std::string::npos || words.find('/', slash + 1) != std::string::npos) {
        return std::nullopt;
    }
    auto const side = [&](std::string const &word, bool &ok) -> std::optional<ForeignDate> {
        if (word.empty() || word == "..") {
            return std::nullopt;
        }
        auto date = read_foreign_date(word, number, order);
        ok = ok && date.has_value();
        return date;
    };
    bool ok = true;
    ForeignPeriod period{side(words.substr(0, slash), ok), side(words.substr(slash + 1), ok), true};
    return ok && (period.begin || period.end) ? std::optional{period} : std::nullopt;
}

ForeignDate shifted(ForeignDate date, Seconds by)
{
    if (date.date.first != distant_past) {
        date.date.first += by;
    }
    if (date.date.last != distant_future) {
        date.date.last += by;
    }
    return date;
}

std::string zone_name(int zone_s)
{
    int const minutes = std::abs(zone_s) / 60;
    return zone_s == 0 ? std::string{"UTC"}
                       : fmt::format("UTC{}{:02}:{:02}", zone_s < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

} // namespace geo
