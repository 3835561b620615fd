#include "app/state/typed_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace app {
namespace {

std::string two_digits(std::string const &number)
{
    return number.size() == 1 ? "0" + number : number;
}

} // namespace

std::string as_edtf(std::string_view typed)
{
    std::string text{typed.substr(0, 80)};
    text.erase(0, text.find_first_not_of(" \t"));
    text.erase(text.find_last_not_of(" \t") + 1);
    static std::regex const day_first{R"((\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T]+(\d{1,2}):(\d{2}))?([~?%]?))"};
    static std::regex const with_blank{R"((-?\d{4}-\d{2}-\d{2})\s+(\d{1,2}):(\d{2}.*))"};
    std::smatch m;
    if (std::regex_match(text, m, day_first)) {
        auto const day = fmt::format("{}-{}-{}", m.str(3), two_digits(m.str(2)), two_digits(m.str(1)));
        auto const hour = m[4].matched ? fmt::format("T{}:{}", two_digits(m.str(4)), m.str(5)) : "";
        return day + hour + m.str(6);
    }
    if (std::regex_match(text, m, with_blank)) {
        return fmt::format("{}T{}:{}", m.str(1), two_digits(m.str(2)), m.str(3));
    }
    return text;
}

DateTarget date_target(std::string_view typed, geo::Span const &limits)
{
    auto const text = as_edtf(typed);
    auto const parsed = geo::parse_edtf(text);
    if (!parsed.value) {
        return {{}, {}, parsed.error};
    }
    auto const &date = *parsed.value;
    if (!date.start && !date.end) {
        return {{}, {}, "it names no date"};
    }
    geo::Span const meant{date.start ? date.start->first : limits.begin, date.end ? date.end->last : limits.end};
    if (!meant.overlaps(limits)) {
        return {{},
                {},
                fmt::format("the atlas covers {} to {}", geo::to_iso(limits.begin).substr(0, 10),
                            geo::to_iso(limits.end).substr(0, 10))};
    }
    return {std::max(meant.begin, limits.begin),
            {std::max(meant.begin, limits.begin), std::min(meant.end, limits.end)},
            ""};
}

} // namespace app
