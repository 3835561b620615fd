#include "app/cli/options.hpp"

#include "app/core/paths.hpp"

#include "geo/io/schema.hpp"
#include "geo/time/edtf.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace app {
namespace {

constexpr char const *version = "marshrut 0.1.0";
constexpr std::array<char const *, 6> command_names{"view", "render", "state", "check", "info", "bench"};

/// What CLI11 fills; turned into a Command afterwards.
struct Words
{
    std::string atlas;
    std::string at;
    std::string output;
    std::string size;
    std::string language;
    std::string style;
    std::string bbox;
    std::string layers;
    bool json = false;
    bool rules = false;
    bool fullscreen = false;
};

geo::Instant instant_of(std::string const &word)
{
    auto const parsed = geo::parse_edtf(word);
    if (!parsed.value) {
        throw CLI::ValidationError{"--at", fmt::format("'{}' is not a date: {}", word, parsed.error)};
    }
    if (!parsed.value->start || parsed.value->start->zoned || parsed.value->start->out_of_range) {
        throw CLI::ValidationError{"--at", fmt::format("'{}' names no instant of the atlas's clock", word)};
    }
    return parsed.value->start->first;
}

Viewport size_of(std::string const &word)
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
        throw CLI::ValidationError{"--size",
                                   fmt::format("'{}' is no size; write it like 1920x1080 (64 to 16384)", word)};
    }
    return size;
}

geo::Box box_of(std::string const &word)
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
        throw CLI::ValidationError{"--bbox",
                                   fmt::format("'{}' is no extent; write west,south,east,north in degrees", word)};
    }
    return {side[0], side[1], side[2], side[3]};
}

std::set<std::string> layers_of(std::string const &word)
{
    std::set<std::string> names;
    std::istringstream in{word};
    for (std::string name; std::getline(in, name, ',');) {
        if (!name.empty()) {
            names.insert(name);
        }
    }
    return names;
}

std::filesystem::path atlas_of(Words const &words)
{
    return words.atlas.empty() ? bundled_atlas() : std::filesystem::path{words.atlas};
}

/// The whole grammar. Kept apart from its meaning so that help and parsing cannot differ.
class Grammar
{
public:
    Grammar()
    {
        m_app.set_version_flag("--version", version);
        m_app.require_subcommand(0, 1);
        auto *const view = add("view", "Open the window (the default)");
        view->add_option("--lang", m_words.language, "Language of map and interface: en, az, ru");
        view->add_option("--style", m_words.style, "Style of the map");
        view->add_option("--at", m_words.at, "Open at this date, such as 1920-04-27T14:15");
        view->add_option("--size", m_words.size, "Size of the window, such as 1600x900");
        view->add_flag("--fullscreen", m_words.fullscreen, "Fill the screen");

        auto *const render = add("render", "Make one picture");
        render->add_option("--at", m_words.at, "Date to show, such as 1920-04-27T12:00")->required();
        render->add_option("-o,--output", m_words.output, "File to write (.png)")->required();
        render->add_option("--size", m_words.size, "Size in pixels, such as 1920x1080");
        render->add_option("--lang", m_words.language, "Language: en, az, ru");
        render->add_option("--style", m_words.style, "Style of the map");
        render->add_option("--bbox", m_words.bbox, "Extent west,south,east,north in degrees");
        render->add_option("--layers", m_words.layers, "Only these layers, separated by commas");

        auto *const state = add("state", "Print the world at one date");
        state->add_option("--at", m_words.at, "Date, such as 1920-04-27T14:15")->required();
        state->add_flag("--json", m_words.json, "Print JSON (marshrut-state/1)");
        auto *const check = add("check", "List all problems of an atlas");
        check->add_flag("--json", m_words.json, "Print JSON (marshrut-check/1)");
        check->add_flag("--rules", m_words.rules, "Print the rules that an atlas is checked by");
        add("info", "Tell what is in an atlas or a file")
            ->add_flag("--json", m_words.json, "Print JSON (marshrut-info/1)");
        add("bench", "Measure frame and loading times")
            ->add_flag("--json", m_words.json, "Print JSON (marshrut-bench/1)");
    }

    Command parse(std::vector<std::string> words)
    {
        std::ranges::reverse(words); // CLI11 takes them last first
        m_app.parse(words);
        auto const chosen = m_app.get_subcommands();
        return meaning(chosen.empty() ? "view" : chosen.front()->get_name());
    }

    [[nodiscard]] std::string explain(CLI::Error const &error, std::ostream &out)
    {
        std::ostringstream err;
        m_app.exit(error, out, err);
        return err.str();
    }

private:
    CLI::App *add(char const *name, char const *what)
    {
        auto *const command = m_app.add_subcommand(name, what);
        command->add_option("atlas", m_words.atlas, "Atlas folder or file; without it the bundled atlas");
        return command;
    }

    [[nodiscard]] Command meaning(std::string const &name) const
    {
        auto const size = m_words.size.empty() ? Viewport{} : size_of(m_words.size);
        if (name == "render") {
            RenderOptions options{atlas_of(m_words),
                                  m_words.output,
                                  instant_of(m_words.at),
                                  {1920, 1080},
                                  m_words.language,
                                  "light",
                                  {},
                                  layers_of(m_words.layers)};
            if (options.output.extension() != ".png") {
                throw CLI::ValidationError{"-o", fmt::format("'{}' does not end in .png", m_words.output)};
            }
            if (!m_words.size.empty()) {
                options.size = size;
            }
            if (!m_words.style.empty()) {
                options.style = m_words.style;
            }
            if (!m_words.bbox.empty()) {
                options.extent = box_of(m_words.bbox);
            }
            return options;
        }
        if (name == "state") {
            return StateOptions{atlas_of(m_words), instant_of(m_words.at), m_words.json};
        }
        if (name == "check") {
            return CheckOptions{atlas_of(m_words), m_words.json, m_words.rules};
        }
        if (name == "info") {
            return InfoOptions{atlas_of(m_words), m_words.json};
        }
        if (name == "bench") {
            return BenchOptions{atlas_of(m_words), m_words.json};
        }
        ViewOptions options{atlas_of(m_words), m_words.language, m_words.style, {}, {1600, 900}, m_words.fullscreen};
        if (!m_words.size.empty()) {
            options.size = size;
        }
        if (!m_words.at.empty()) {
            options.at = instant_of(m_words.at);
        }
        return options;
    }

    CLI::App m_app{"Marshrut, an animated historical atlas", "marshrut"};
    Words m_words;
};

bool is_command(std::string const &word)
{
    return std::ranges::find(command_names, word) != command_names.end();
}

std::string one_line(std::string text)
{
    if (auto const end = text.find('\n'); end != std::string::npos) {
        text.resize(end);
    }
    return text;
}

} // namespace

Command parse_options(std::vector<std::string> const &words)
{
    auto full = words;
    if (!full.empty() && !full.front().starts_with('-') && !is_command(full.front())) {
        if (!std::filesystem::exists(full.front())) {
            std::vector<std::string> const known{command_names.begin(), command_names.end()};
            auto const near = geo::nearest(full.front(), known);
            return Notice{fmt::format("marshrut: '{}' is neither a command nor an existing file{}; see marshrut --help",
                                      full.front(), near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near)),
                          Exit::wrong_usage};
        }
        full.insert(full.begin(), "view");
    } else if (full.empty() || (full.front().starts_with('-') && full.front() != "--help" && full.front() != "-h" &&
                                full.front() != "--version")) {
        full.insert(full.begin(), "view");
    }
    Grammar grammar;
    try {
        return grammar.parse(full);
    } catch (CLI::Success const &asked) { // --help, --version
        std::ostringstream out;
        (void)grammar.explain(asked, out);
        return Notice{out.str(), Exit::done};
    } catch (CLI::Error const &error) {
        std::ostringstream out;
        return Notice{fmt::format("marshrut: {}; see marshrut --help", one_line(error.what())), Exit::wrong_usage};
    }
}

} // namespace app
