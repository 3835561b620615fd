#include "app/cli/words.hpp"

#include "app/core/paths.hpp"

#include "geo/time/edtf.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <sstream>

namespace app {

std::shared_ptr<std::string> add_atlas(CLI::App &command)
{
    auto word = std::make_shared<std::string>();
    command.add_option("atlas", *word, "Atlas: a folder, a .gpkg or \"PG:…\"; without it the bundled one");
    return word;
}

std::filesystem::path atlas_of(std::string const &word)
{
    return word.empty() ? bundled_atlas() : std::filesystem::path{word};
}

std::shared_ptr<Inputs> add_inputs(CLI::App &command)
{
    auto inputs = std::make_shared<Inputs>();
    command.add_option(
        "atlas", inputs->words,
        "Atlas (a folder, a .gpkg or \"PG:…\"; without it the bundled one), then files to show over it; or "
        "such files alone: GeoJSON, KML, GPX, CSV, CZML, GeoPackage, Shapefile …");
    command
        .add_option("--time-field", inputs->times,
                    "Columns of dates of the files: BEGIN, BEGIN,END, or - for none; LAYER:BEGIN,END for one layer")
        ->take_all();
    return inputs;
}

std::filesystem::path atlas_of(Inputs const &inputs)
{
    return atlas_of(inputs.words.empty() ? std::string{} : inputs.words.front());
}

geo::Guests guests_of(Inputs const &inputs)
{
    geo::Guests guests;
    for (std::size_t i = 1; i < inputs.words.size(); ++i) {
        guests.files.emplace_back(inputs.words[i]);
    }
    for (auto const &word : inputs.times) {
        geo::TimeChoice choice;
        auto const colon = word.rfind(':');
        auto const fields = colon == std::string::npos ? word : word.substr(colon + 1);
        choice.layer = colon == std::string::npos ? "" : word.substr(0, colon);
        auto const comma = fields.find(',');
        choice.begin = fields.substr(0, comma);
        choice.end = comma == std::string::npos ? "" : fields.substr(comma + 1);
        if (choice.begin.empty() && choice.end.empty()) {
            throw CLI::ValidationError{"--time-field",
                                       fmt::format("'{}' names no field; write BEGIN, BEGIN,END or -", word)};
        }
        guests.times.push_back(std::move(choice));
    }
    return guests;
}

geo::Instant instant_of(std::string const &word, std::string const &option)
{
    auto const parsed = geo::parse_edtf(word);
    if (!parsed.value) {
        throw CLI::ValidationError{option, fmt::format("'{}' is not a date: {}", word, parsed.error)};
    }
    if (!parsed.value->start || parsed.value->start->zoned || parsed.value->start->out_of_range) {
        throw CLI::ValidationError{option, fmt::format("'{}' names no instant of the atlas's clock", word)};
    }
    return parsed.value->start->first;
}

Viewport size_of(std::string const &word, std::string const &option)
{
    Viewport size;
    auto const cross = word.find('x');
    char const *const end = word.data() + word.size();
    auto const first = std::from_chars(word.data(), end, size.width);
    bool ok = cross != std::string::npos && first.ec == std::errc{} && first.ptr == word.data() + cross;
    if (ok) {
        auto const second = std::from_chars(word.data() + cross + 1, end, size.height);
        ok = second.ec == std::errc{} && second.ptr == end;
    }
    if (!ok || size.width < 64 || size.height < 64 || size.width > 16384 || size.height > 16384) {
        throw CLI::ValidationError{option, fmt::format("'{}' is no size; write it like 1920x1080 (64 to 16384)", word)};
    }
    return size;
}

geo::Box box_of(std::string const &word, std::string const &option)
{
    std::array<double, 4> side{};
    std::istringstream in{word};
    char comma = ',';
    bool ok = true;
    for (std::size_t i = 0; ok && i < side.size(); ++i) {
        ok = (i == 0 || (in >> comma && comma == ',')) && in >> side[i];
    }
    if (!ok || !(in >> std::ws).eof() || side[0] >= side[2] || side[1] >= side[3] || side[0] < -180 || side[2] > 180 ||
        side[1] < -90 || side[3] > 90) {
        throw CLI::ValidationError{option,
                                   fmt::format("'{}' is no extent; write west,south,east,north in degrees", word)};
    }
    return {side[0], side[1], side[2], side[3]};
}

std::vector<std::string> list_of(std::string const &word)
{
    std::vector<std::string> names;
    std::istringstream in{word};
    for (std::string name; std::getline(in, name, ',');) {
        if (!name.empty()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::set<std::string> layers_of(std::string const &word)
{
    auto const names = list_of(word);
    return {names.begin(), names.end()};
}

} // namespace app
