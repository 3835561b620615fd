#include "geo/foreign/columns.hpp"
#include "geo/foreign/readers.hpp"
#include "geo/io/data_error.hpp"
#include "geo/io/text_line.hpp"
#include "geo/store/location.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace geo {
namespace {

/// Names of columns, in the order in which they are preferred, as plain() writes them.
constexpr std::array begin_names{
    "startdate",     "begindate",      "start",         "begin",     "starttime", "begintime", "tbegin",
    "tstart",        "from",           "datefrom",      "fromdate",  "datestart", "datebegin", "timestart",
    "startdatetime", "validfrom",      "since",         "startyear", "yearfrom",  "beginyear", "yearstart",
    "yearbegin",     "inhabitedsince", "beginposition", "start_s",   "begins",    "earliest",  "earliestyear",
    "arrival",       "gwsyear",        "von",           "debut"};
constexpr std::array end_names{
    "enddate",    "end",       "endtime", "tend",     "tstop",   "to",     "dateto",         "todate",
    "dateend",    "until",     "stop",    "stopdate", "timeend", "finish", "enddatetime",    "validto",
    "endyear",    "yearto",    "yearend", "expires",  "ends",    "latest", "inhabiteduntil", "endposition",
    "latestyear", "departure", "gweyear", "bis",      "fin"};
constexpr std::array moment_names{"time",      "timestamp", "datetime", "date",  "when",      "t",          "eventdate",
                                  "dateevent", "day",       "acqdate",  "utc",   "obstime",   "recordedat", "gpstime",
                                  "year",      "localtime", "timeutc",  "datum", "eventtime", "occurred",   "dateutc",
                                  "isotime",   "epoch",     "unixtime", "tst",   "ts",        "jahr"};

std::string plain(std::string_view name)
{
    std::string out;
    for (char const c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return out;
}

/// How the values of a column are read, and how many of them are dates.
struct Reading
{
    NumberMeaning number = NumberMeaning::none;
    DayOrder order = DayOrder::day_first;
    long filled = 0;
    long dates = 0;
    [[nodiscard]] double share() const
    {
        return filled == 0 ? 0 : static_cast<double>(dates) / static_cast<double>(filled);
    }
};

/// What the numbers of a column of dates mean, by their size. Years as such are only believed to a name that says so.
NumberMeaning meaning_of(std::vector<double> numbers, bool year_like)
{
    if (numbers.empty()) {
        return NumberMeaning::none;
    }
    auto const middle = numbers.begin() + std::ssize(numbers) / 2;
    std::ranges::nth_element(numbers, middle);
    double const size = std::abs(*middle);
    bool const whole = std::ranges::all_of(numbers, [](double v) { return v == std::floor(v); });
    bool const compact = whole && std::ranges::all_of(numbers, [](double v) {
                             if (v < 1e7 || v >= 3e7) {
                                 return false;
                             }
                             long const month = static_cast<long>(v) / 100 % 100;
                             return month >= 1 && month <= 12;
                         });
    if (whole && year_like && std::ranges::all_of(numbers, [](double v) { return std::abs(v) < 20'000; })) {
        return NumberMeaning::year;
    }
    return compact ? NumberMeaning::compact : size >= 1e11 ? NumberMeaning::milliseconds : NumberMeaning::seconds;
}

bool month_leads(std::string const &value)
{
    auto const slash = value.find('/');
    auto const second = slash == std::string::npos ? std::nullopt : number_in(value.substr(slash + 1, 2));
    return slash <= 2 && second && *second > 12;
}

Reading examine(ForeignLayer const &layer, std::size_t column)
{
    constexpr std::size_t looked_at = 2'000; // enough to know a column by
    Reading reading;
    std::vector<double> numbers;
    auto const step = std::max<std::size_t>(1, layer.features.size() / looked_at);
    for (std::size_t i = 0; i < layer.features.size(); i += step) {
        auto const &value = value_at(layer.features[i], column);
        if (auto const number = number_in(value)) {
            numbers.push_back(*number);
        }
        if (month_leads(value)) {
            reading.order = DayOrder::month_first;
        }
    }
    bool const mixed_forms = numbers.size() < layer.features.size() / step / 2;
    reading.number = mixed_forms ? NumberMeaning::year : meaning_of(std::move(numbers), true);
    for (std::size_t i = 0; i < layer.features.size(); i += step) {
        auto const &value = value_at(layer.features[i], column);
        reading.filled += value.empty() ? 0 : 1;
        reading.dates += value.empty() || !read_foreign_period(value, reading.number, reading.order) ? 0 : 1;
    }
    return reading;
}

/// The first column of these names that holds dates.
template <std::size_t Count>
std::optional<std::size_t> column_of(ForeignLayer const &layer, std::array<char const *, Count> const &names)
{
    constexpr double enough = 0.5;
    for (std::string_view const name : names) {
        if (auto const column = field_named(layer, name); column && examine(layer, *column).share() >= enough) {
            return column;
        }
    }
    return std::nullopt;
}

/// A column that no list names, but whose name speaks of time and nearly all of whose values are dates, not numbers.
std::optional<std::size_t> column_by_content(ForeignLayer const &layer)
{
    constexpr double nearly_all = 0.9;
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        auto const name = plain(layer.fields[i]);
        bool const speaks = name.find("date") != std::string::npos || name.find("time") != std::string::npos ||
                            name.find("year") != std::string::npos;
        if (!speaks) {
            continue;
        }
        auto const reading = examine(layer, i);
        bool const numbers = reading.number != NumberMeaning::none && reading.number != NumberMeaning::year;
        if (!numbers && reading.filled > 0 && reading.share() >= nearly_all) {
            return i;
        }
    }
    return std::nullopt;
}

TimeColumns guess(ForeignLayer const &layer)
{
    TimeColumns found;
    auto const begin = column_of(layer, begin_names);
    auto const end = column_of(layer, end_names);
    if (begin || end) {
        found.begin = begin ? layer.fields[*begin] : "";
        found.end = end ? layer.fields[*end] : "";
        return found;
    }
    auto moment = column_of(layer, moment_names);
    moment = moment ? moment : column_by_content(layer);
    if (moment) {
        found.begin = layer.fields[*moment];
        found.moments = true;
    }
    return found;
}

void give(ForeignFeature &feature, ForeignPeriod const &period, bool of_end)
{
    if (of_end) {
        feature.end = period.end ? period.end : period.begin;
        return;
    }
    feature.begin = period.begin;
    if (period.interval) {
        feature.end = period.end;
    }
}

void read_column(ForeignLayer &layer, std::string const &name, bool of_end, std::map<std::string, long> &dropped)
{
    auto const column = field_named(layer, name);
    if (!column) {
        return;
    }
    auto const reading = examine(layer, *column);
    std::string example;
    long bad = 0;
    for (auto &feature : layer.features) {
        auto const &value = value_at(feature, *column);
        if (value.empty() || !feature.track.empty()) {
            continue;
        }
        if (auto const period = read_foreign_period(value, reading.number, reading.order)) {
            give(feature, *period, of_end);
            bool const moment = layer.time.moments && !period->interval;
            feature.moment = moment;
            if (moment) {
                feature.end = feature.begin;
            }
        } else if (++bad == 1) {
            constexpr std::size_t shown = 40;
            example = begin_of(value, shown);
        }
    }
    if (bad > 0) {
        constexpr std::size_t shown = 200;
        dropped[fmt::format("dates in '{}' that could not be read, such as '{}' (shown without them)",
                            begin_of(layer.fields[*column], shown), example)] += bad;
    }
}

} // namespace

std::string const &value_at(ForeignFeature const &feature, std::size_t column)
{
    static std::string const none;
    return column < feature.values.size() ? feature.values[column] : none;
}

NumberMeaning number_meaning(ForeignLayer const &layer, std::string_view column)
{
    auto const found = field_named(layer, column);
    return found ? examine(layer, *found).number : NumberMeaning::none;
}

std::optional<std::size_t> field_named(ForeignLayer const &layer, std::string_view name)
{
    auto const wanted = plain(name);
    auto const found =
        std::ranges::find_if(layer.fields, [&](std::string const &field) { return plain(field) == wanted; });
    return found == layer.fields.end() ? std::nullopt
                                       : std::optional{static_cast<std::size_t>(found - layer.fields.begin())};
}

void read_time_columns(ForeignLayer &layer, std::optional<TimeChoice> const &choice,
                       std::map<std::string, long> &dropped)
{
    if (choice) {
        layer.time = {choice->begin == "-" ? "" : choice->begin, choice->end, choice->end.empty(), true};
        for (auto &feature : layer.features) {
            feature.begin.reset();
            feature.end.reset();
            feature.moment = false;
        }
    } else if (std::ranges::any_of(layer.features, [](ForeignFeature const &f) { return f.begin || f.end; })) {
        return; // the format itself says when
    } else {
        layer.time = guess(layer);
    }
    read_column(layer, layer.time.begin, false, dropped);
    read_column(layer, layer.time.end, true, dropped);
    for (auto &feature : layer.features) {
        if (feature.begin && feature.end && feature.end->seconds() < feature.begin->seconds() && !feature.moment &&
            feature.end->date.last <= feature.begin->date.first) {
            ++dropped["ends that lie before their begin (shown without an end)"];
            feature.end.reset();
        }
    }
}

void require_columns(std::filesystem::path const &file, TimeChoice const &choice, ForeignLayer const &layer)
{
    for (auto const &name : {choice.begin, choice.end}) {
        if (!name.empty() && name != "-" && !field_named(layer, name)) {
            std::string fields;
            for (auto const &field : layer.fields) {
                fields += (fields.empty() ? "" : ", ") + field;
            }
            throw DataError{shown(file), fmt::format("the layer '{}' has no field '{}' for its times; it has: {}",
                                                     layer.name, name, fields.empty() ? "none" : fields)};
        }
    }
}

std::optional<TimeChoice> choice_for(std::vector<TimeChoice> const &times, std::filesystem::path const &file,
                                     ForeignLayer const &layer)
{
    auto const full = file.filename().string() + "/" + layer.name;
    for (auto const &choice : times) {
        bool const named = choice.layer == full || choice.layer == file.filename() || choice.layer == layer.name;
        bool const anywhere = choice.layer.empty() && (choice.begin == "-" || field_named(layer, choice.begin) ||
                                                       field_named(layer, choice.end));
        if (named || anywhere) {
            return choice;
        }
    }
    return std::nullopt;
}

} // namespace geo
