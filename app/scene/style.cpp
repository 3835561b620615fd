#include "app/scene/style.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <set>
#include <stdexcept>

namespace app {
namespace {

struct Key
{
    char const *name;
    Colour Style::*member;
};

constexpr std::array keys{Key{"sea", &Style::sea},
                          Key{"vignette_far", &Style::vignette_far},
                          Key{"vignette_middle", &Style::vignette_middle},
                          Key{"vignette_near", &Style::vignette_near},
                          Key{"land", &Style::land},
                          Key{"shore", &Style::shore},
                          Key{"river", &Style::river},
                          Key{"lake", &Style::lake},
                          Key{"graticule", &Style::graticule},
                          Key{"border", &Style::border},
                          Key{"border_band", &Style::border_band},
                          Key{"hatch", &Style::hatch},
                          Key{"front", &Style::front},
                          Key{"rail", &Style::rail},
                          Key{"rail_tick", &Style::rail_tick},
                          Key{"road", &Style::road},
                          Key{"road_core", &Style::road_core},
                          Key{"sea_lane", &Style::sea_lane},
                          Key{"text", &Style::text},
                          Key{"secondary", &Style::secondary},
                          Key{"halo", &Style::halo},
                          Key{"region_text", &Style::region_text},
                          Key{"water_text", &Style::water_text},
                          Key{"mountain_text", &Style::mountain_text},
                          Key{"place_mark", &Style::place_mark},
                          Key{"symbol_edge", &Style::symbol_edge},
                          Key{"frame", &Style::frame},
                          Key{"plate", &Style::plate}};

Colour read_colour(nlohmann::json const &json, std::string const &key, std::filesystem::path const &file)
{
    auto const colour = json.is_string() ? parse_colour(json.get<std::string>()) : std::nullopt;
    if (!colour) {
        throw std::runtime_error{fmt::format("{}: {}: is no colour; write it like \"#A8201A\"", file.string(), key)};
    }
    return *colour;
}

} // namespace

Style load_style(std::filesystem::path const &file)
{
    std::ifstream in{file};
    auto const json = nlohmann::json::parse(in, nullptr, false);
    if (!in || !json.is_object() || !json.contains("colours") || !json["colours"].is_object()) {
        throw std::runtime_error{fmt::format("{}: is missing or no style: it needs \"colours\": {{…}}", file.string())};
    }
    Style style;
    std::set<std::string> known;
    for (auto const &[name, member] : keys) {
        known.insert(name);
        if (!json["colours"].contains(name)) {
            throw std::runtime_error{fmt::format("{}: the colour '{}' is missing", file.string(), name)};
        }
        style.*member = read_colour(json["colours"][name], name, file);
    }
    for (auto const &[name, value] : json["colours"].items()) {
        if (!known.contains(name)) {
            throw std::runtime_error{fmt::format("{}: the colour '{}' is not known", file.string(), name)};
        }
    }
    for (auto const &entry : json.value("palette", nlohmann::json::array())) {
        style.palette.push_back(read_colour(entry, "palette", file));
    }
    if (style.palette.empty()) {
        throw std::runtime_error{fmt::format("{}: the palette is missing or empty", file.string())};
    }
    style.relief = json.value("relief", true);
    style.tint = json.value("tint", 1.0);
    style.weight = json.value("weight", 1.0);
    return style;
}

std::optional<Colour> parse_colour(std::string_view word)
{
    unsigned long value = 0;
    if ((word.size() != 7 && word.size() != 9) || word[0] != '#') {
        return std::nullopt;
    }
    char const *const end = word.data() + word.size();
    if (auto const [stop, code] = std::from_chars(word.data() + 1, end, value, 16);
        code != std::errc{} || stop != end) {
        return std::nullopt;
    }
    if (word.size() == 7) {
        value = value << 8U | 0xFFU;
    }
    auto const byte = [&](unsigned shift) { return static_cast<std::uint8_t>(value >> shift & 0xFFU); };
    return Colour{byte(24), byte(16), byte(8), byte(0)};
}

Colour with_alpha(Colour colour, double share)
{
    colour.a = static_cast<std::uint8_t>(std::lround(colour.a * share));
    return colour;
}

double contrast(Colour a, Colour b)
{
    auto const light = [](Colour c) {
        auto const linear = [](std::uint8_t v) {
            double const s = v / 255.0;
            return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b) + 0.05;
    };
    double const x = light(a);
    double const y = light(b);
    return x > y ? x / y : y / x;
}

Colour readable(Colour colour, Colour ground)
{
    constexpr Colour white{255, 255, 255, 255};
    constexpr Colour black{0, 0, 0, 255};
    Colour const towards = contrast(ground, white) > contrast(ground, black) ? white : black;
    auto const mixed = [&](double share) {
        auto const channel = [&](std::uint8_t from, std::uint8_t to) {
            return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
        };
        return Colour{channel(colour.r, towards.r), channel(colour.g, towards.g), channel(colour.b, towards.b),
                      colour.a};
    };
    double share = 0;
    while (share < 1 && contrast(mixed(share), ground) < 4.5) {
        share += 0.05;
    }
    return mixed(std::min(share, 1.0));
}

} // namespace app
