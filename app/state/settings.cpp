#include "app/state/settings.hpp"

#include "app/core/atomic_file.hpp"

#include "geo/io/text_line.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace app {
namespace {

using nlohmann::json;

constexpr std::string_view format = "marshrut-settings/1";

constexpr std::array panel_names{std::pair{Panel::events, "events"}, std::pair{Panel::card, "card"},
                                 std::pair{Panel::layers, "layers"}};
constexpr std::array theme_names{std::pair{ThemeId::light, "light"}, std::pair{ThemeId::dark, "dark"},
                                 std::pair{ThemeId::contrast, "contrast"}};
constexpr std::array pace_names{std::pair{Pace::steady, "steady"}, std::pair{Pace::story, "story"}};

template <typename Table, typename Value>
char const *name_of(Table const &table, Value value)
{
    return std::ranges::find(table, value, [](auto const &entry) { return entry.first; })->second;
}

template <typename Table>
auto value_of(Table const &table, std::string const &name, char const *key)
{
    auto const found = std::ranges::find(table, name, [](auto const &entry) { return std::string{entry.second}; });
    if (found == table.end()) {
        throw std::runtime_error{fmt::format("{}: '{}' is none of its values", key, name)};
    }
    return found->first;
}

template <typename Number>
Number within(json const &value, Number least, Number most, char const *key)
{
    auto const number = value.get<double>(); // as an int a larger one would wrap into the range
    if (!(number >= least && number <= most)) {
        throw std::runtime_error{fmt::format("{}: {} is not from {} to {}", key, number, least, most)};
    }
    return static_cast<Number>(number);
}

Settings parse(json const &all)
{
    Settings s;
    if (auto const &version = all.at("format").get_ref<std::string const &>(); version != format) {
        throw std::runtime_error{fmt::format("its format is '{}', this program reads '{}'", version, format)};
    }
    s.language = all.at("language");
    s.style = all.at("style");
    s.theme = value_of(theme_names, all.at("theme"), "theme");
    if (auto const &scale = all.at("scale"); !scale.is_null()) {
        s.scale = within(scale, 1.0F, 3.0F, "scale");
    }
    for (auto const &[panel, name] : panel_names) {
        s.panels.set(panel, all.at("panels").at(name));
    }
    s.hidden = all.at("hidden_layers").get<std::set<std::string>>();
    s.window = {within(all.at("window").at(0), 320, 32000, "window"),
                within(all.at("window").at(1), 240, 32000, "window")};
    s.old_style = all.at("old_style");
    s.lanes = all.at("lanes");
    s.pace = value_of(pace_names, all.at("pace"), "pace");
    s.rate = within(all.at("rate"), slowest_rate, fastest_rate, "rate");
    return s;
}

/// A name beside the file that is not taken yet.
std::filesystem::path aside(std::filesystem::path const &file)
{
    for (int i = 1;; ++i) {
        auto name = file;
        name += fmt::format(".broken-{}", i);
        if (!std::filesystem::exists(name)) {
            return name;
        }
    }
}

} // namespace

Settings from_settings_text(std::string_view text)
try {
    return parse(json::parse(text));
} catch (std::exception const &fault) { // its words may hold letters of the file
    std::string_view const words = fault.what();
    auto const number = words.find("] "); // of nlohmann's kind of fault
    throw std::runtime_error{geo::plain_line(words.starts_with('[') ? words.substr(number + 2) : words)};
}

ReadSettings read_settings(std::filesystem::path const &file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        return {}; // the first start
    }
    std::string const text{std::istreambuf_iterator<char>{in}, {}};
    try {
        return {from_settings_text(text), ""};
    } catch (std::exception const &fault) {
        auto const kept = aside(file);
        std::error_code failed;
        std::filesystem::rename(file, kept, failed);
        return {{},
                fmt::format("Your settings could not be read and are as new; the old ones are kept in {}. {}",
                            failed ? file.string() : kept.string(), fault.what())};
    }
}

std::string to_settings_text(Settings const &s)
{
    json panels;
    for (auto const &[panel, name] : panel_names) {
        panels[name] = s.panels.has(panel);
    }
    nlohmann::ordered_json const all{{"format", format},
                                     {"language", s.language},
                                     {"style", s.style},
                                     {"theme", name_of(theme_names, s.theme)},
                                     {"scale", s.scale ? json(*s.scale) : json()},
                                     {"panels", panels},
                                     {"hidden_layers", s.hidden},
                                     {"window", {s.window.width, s.window.height}},
                                     {"old_style", s.old_style},
                                     {"lanes", s.lanes},
                                     {"pace", name_of(pace_names, s.pace)},
                                     {"rate", s.rate}};
    return all.dump(1) + "\n";
}

void write_settings(Settings const &settings, std::filesystem::path const &file)
{
    std::filesystem::create_directories(file.parent_path());
    write_atomically(file, to_settings_text(settings));
}

Settings settings_of(ViewerState const &state)
{
    return {
        state.language, state.style,  state.theme,    state.scale_chosen ? std::optional{state.ui_scale} : std::nullopt,
        state.panels,   state.hidden, state.viewport, state.old_style,
        state.lanes,    state.pace,   state.rate};
}

ViewerState with_settings(ViewerState state, Settings const &settings, float monitor_scale)
{
    if (!settings.language.empty()) {
        state.language = settings.language;
    }
    state.style = settings.style;
    state.theme = settings.theme;
    state.ui_scale = settings.scale.value_or(monitor_scale);
    state.scale_chosen = settings.scale.has_value();
    state.panels = settings.panels;
    state.hidden = settings.hidden;
    state.old_style = settings.old_style;
    state.lanes = settings.lanes;
    state.pace = settings.pace;
    state.rate = settings.rate;
    return state;
}

} // namespace app
