#include "geo/project/coordinates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <vector>

namespace geo {
namespace {

constexpr char const *examples = "41.4631, 48.8055; 41°27′47″ N 48°48′20″ E; 39N 316731 4592492; x 108937 y 52191";

/// The zone of UTM, with its exceptions for Norway and Svalbard (EPSG guidance note 7-2).
int utm_zone(LonLat at)
{
    if (at.lat >= 56 && at.lat < 64 && at.lon >= 3 && at.lon < 12) {
        return 32;
    }
    if (at.lat >= 72 && at.lon >= 0 && at.lon < 42) {
        return at.lon < 9 ? 31 : at.lon < 21 ? 33 : at.lon < 33 ? 35 : 37;
    }
    return std::clamp(static_cast<int>(std::floor((at.lon + 180) / 6)) + 1, 1, 60);
}

Projection utm(int zone, bool south)
{
    double const middle = zone * 6.0 - 183;
    Box const reach = south ? Box{middle - 3, -80, middle + 3, 0} : Box{middle - 3, 0, middle + 3, 84};
    return Projection{fmt::format("EPSG:{}", (south ? 32700 : 32600) + zone), reach};
}

/// Degrees, minutes and seconds; rounding carries, so that there is never a 60.
std::string dms(double degrees, char const *positive, char const *negative)
{
    auto const tenths = std::llround(std::abs(degrees) * 36000);
    return fmt::format("{}°{:02}′{:02}.{}″ {}", tenths / 36000, tenths / 600 % 60, tenths / 10 % 60, tenths % 10,
                       degrees < 0 ? negative : positive);
}

struct Token
{
    char letter = 0; ///< upper case; 0: a number
    double number = 0;
    bool whole = false;
};

/// Whether commas stand for the decimal point: "41,46 48,80".
bool decimal_commas(std::string_view text)
{
    int between = 0;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        between += text[i] == ',' && std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0 &&
                           std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0
                       ? 1
                       : 0;
    }
    return between == 2 && text.find('.') == std::string_view::npos;
}

/// Numbers and letters; signs of degrees, minutes and seconds only separate. Empty if there is anything else.
std::vector<Token> tokens_of(std::string text)
{
    if (decimal_commas(text)) {
        for (std::size_t i = 1; i + 1 < text.size(); ++i) {
            bool const between = std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0 &&
                                 std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
            text[i] = text[i] == ',' && between ? '.' : text[i];
        }
    }
    for (std::string_view const sign : {"°", "′", "″", "’", "”", "º", "−"}) {
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign)) {
            text.replace(at, sign.size(), sign == "−" ? "-" : " ");
        }
    }
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < text.size();) {
        auto const c = static_cast<unsigned char>(text[i]);
        if (std::isspace(c) != 0 || std::string_view{",;:'\"="}.find(text[i]) != std::string_view::npos) {
            ++i;
        } else if (std::isalpha(c) != 0) {
            tokens.push_back({static_cast<char>(std::toupper(c)), 0, false});
            ++i;
        } else {
            Token token;
            auto const *const begin = text.data() + i + (c == '+' ? 1 : 0);
            auto const [end, error] = std::from_chars(begin, text.data() + text.size(), token.number);
            if (error != std::errc{} || !std::isfinite(token.number)) {
                return {};
            }
            token.whole = token.number == std::floor(token.number);
            tokens.push_back(token);
            i = static_cast<std::size_t>(end - text.data());
        }
    }
    return tokens;
}

CoordinateParse refuse(std::string_view text, std::string_view why)
{
    return {std::nullopt, fmt::format("'{}' {}; write a position like {}", text, why, examples)};
}

/// Degrees from one to three numbers; nothing if minutes or seconds are out of range.
std::optional<double> degrees_of(std::vector<double> const &parts)
{
    if (parts.empty() || parts.size() > 3) {
        return std::nullopt;
    }
    double value = std::abs(parts[0]);
    double unit = 1;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        unit *= 60;
        if (parts[i] < 0 || parts[i] >= 60 || parts[i - 1] != std::floor(parts[i - 1])) {
            return std::nullopt;
        }
        value += parts[i] / unit;
    }
    return std::signbit(parts[0]) ? -value : value;
}

/// Reads the tokens of one text; lives for one call.
class Reader
{
public:
    Reader(std::string_view text, Projection const &projection)
    : m_text{text}, m_projection{projection}, m_tokens{tokens_of(std::string{text})}
    {}

    CoordinateParse read()
    {
        if (m_tokens.empty()) {
            return refuse(m_text, "is no position");
        }
        if (pattern("UTM#L##")) {
            m_tokens.erase(m_tokens.begin(), m_tokens.begin() + 3);
        }
        if (pattern("#L##") && m_tokens[2].number >= 1000) {
            return from_utm();
        }
        if (pattern("X#Y#")) {
            return from_grid(m_tokens[1].number, m_tokens[3].number);
        }
        bool const plain = pattern("##");
        if (plain && std::max(std::abs(m_tokens[0].number), std::abs(m_tokens[1].number)) > 180) {
            return from_grid(m_tokens[0].number, m_tokens[1].number);
        }
        return from_degrees();
    }

private:
    /// '#' is a number, 'L' any letter, others themselves.
    [[nodiscard]] bool pattern(std::string_view wanted) const
    {
        return wanted.size() == m_tokens.size() &&
               std::equal(wanted.begin(), wanted.end(), m_tokens.begin(), [](char w, Token const &t) {
                   return w == '#' ? t.letter == 0 : w == 'L' ? t.letter != 0 : w == t.letter;
               });
    }

    [[nodiscard]] CoordinateParse inverse(Projection const &projection, double x, double y) const
    {
        auto const at = projection.inverse({x, y});
        if (!std::isfinite(at.lon) || !std::isfinite(at.lat) || std::abs(at.lat) > 90 || std::abs(at.lon) > 180) {
            return refuse(m_text, "lies beyond the projection");
        }
        return {at, {}};
    }

    [[nodiscard]] CoordinateParse from_utm() const
    {
        double const zone = m_tokens[0].number;
        char const letter = m_tokens[1].letter;
        if (!m_tokens[0].whole || zone < 1 || zone > 60) {
            return refuse(m_text, "has no zone of UTM between 1 and 60");
        }
        if (letter < 'C' || letter > 'X' || letter == 'I' || letter == 'O') {
            return refuse(m_text, "has neither N nor S after the zone");
        }
        bool const south = letter == 'S' || letter < 'N'; // S is the hemisphere here, not the band of 32 to 40° N
        return inverse(utm(static_cast<int>(zone), south), m_tokens[2].number, m_tokens[3].number);
    }

    [[nodiscard]] CoordinateParse from_grid(double x, double y) const { return inverse(m_projection, x, y); }

    [[nodiscard]] CoordinateParse from_degrees() const
    {
        struct Part
        {
            char letter = 0;
            std::vector<double> numbers;
        };
        std::vector<Part> parts(1);
        bool const leading = m_tokens.front().letter != 0;
        std::size_t letters = 0;
        for (auto const &token : m_tokens) {
            if (token.letter == 0) {
                parts.back().numbers.push_back(token.number);
                continue;
            }
            if (std::string_view{"NSEW"}.find(token.letter) == std::string_view::npos) {
                return refuse(m_text, "has a letter that is none of N, S, E, W");
            }
            ++letters;
            if (leading && !parts.back().numbers.empty()) {
                parts.emplace_back();
            }
            parts.back().letter = token.letter;
            if (!leading) {
                parts.emplace_back();
            }
        }
        if (!leading && letters > 0) {
            if (!parts.back().numbers.empty()) {
                return refuse(m_text, "has a letter for one of its halves only");
            }
            parts.pop_back();
        } else if (letters == 0) { // two halves of equally many numbers
            auto const all = parts[0].numbers;
            if (all.size() % 2 != 0) {
                return refuse(m_text, "has an odd number of numbers");
            }
            auto const half = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
            parts = {{0, {all.begin(), half}}, {0, {half, all.end()}}};
        }
        if (parts.size() != 2) {
            return refuse(m_text, "is not one latitude and one longitude");
        }
        auto first = degrees_of(parts[0].numbers);
        auto second = degrees_of(parts[1].numbers);
        if (!first || !second) {
            return refuse(m_text, "has degrees, minutes or seconds out of range");
        }
        return ordered(parts[0].letter, *first, parts[1].letter, *second);
    }

    [[nodiscard]] CoordinateParse ordered(char a, double first, char b, double second) const
    {
        auto const is_longitude = [](char c) { return c == 'E' || c == 'W'; };
        if (a != 0 && is_longitude(a) == is_longitude(b)) {
            return refuse(m_text, "gives the same direction twice");
        }
        first = a == 'S' || a == 'W' ? -first : first;
        second = b == 'S' || b == 'W' ? -second : second;
        bool const exchanged = a != 0 ? is_longitude(a) : std::abs(first) > 90;
        LonLat const at = exchanged ? LonLat{first, second} : LonLat{second, first};
        if (std::abs(at.lat) > 90 || std::abs(at.lon) > 180) {
            return refuse(m_text, "lies off the globe");
        }
        return {at, {}};
    }

    std::string_view m_text;
    Projection const &m_projection;
    std::vector<Token> m_tokens;
};

} // namespace

std::string to_text(LonLat at, CoordinateForm form, Projection const &projection)
{
    switch (form) {
    case CoordinateForm::decimal:
        return fmt::format("{:.5f}° {} {:.5f}° {}", std::abs(at.lat), at.lat < 0 ? 'S' : 'N', std::abs(at.lon),
                           at.lon < 0 ? 'W' : 'E');
    case CoordinateForm::dms:
        return dms(at.lat, "N", "S") + " " + dms(at.lon, "E", "W");
    case CoordinateForm::utm: {
        if (at.lat > 84 || at.lat < -80) {
            return "–";
        }
        int const zone = utm_zone(at);
        auto const p = utm(zone, at.lat < 0).forward(at);
        return fmt::format("{}{} {:.0f} {:.0f}", zone, at.lat < 0 ? 'S' : 'N', p.x, p.y);
    }
    case CoordinateForm::grid: {
        auto const p = projection.forward(at);
        return std::isfinite(p.x) ? fmt::format("x {:.0f} y {:.0f}", p.x, p.y) : "–";
    }
    }
    return {};
}

CoordinateParse parse_coordinates(std::string_view text, Projection const &projection)
{
    return Reader{text, projection}.read();
}

} // namespace geo
