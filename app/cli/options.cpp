#include "app/cli/options.hpp"

#include "app/cli/words.hpp"

#include "geo/io/schema.hpp"
#include "geo/store/location.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

namespace app {
namespace {

constexpr char const *version = "marshrut " MARSHRUT_VERSION;
constexpr char const *default_command = "view";

struct Verb
{
    char const *name;
    char const *what;
    Meaning (*declare)(CLI::App &);
};

/// All commands, in the order in which help lists them.
constexpr std::array verbs{
    Verb{"view", "Open the window (the default)", &declare_view},
    Verb{"kiosk", "Run the exhibition display: locked, supervised, for months", &declare_kiosk},
    Verb{"render", "Make one picture", &declare_render},
    Verb{"film", "Make a film (.mp4, .webm, .gif) with ffmpeg", &declare_film},
    Verb{"handout", "Print a story: pages with maps, texts and questions", &declare_handout},
    Verb{"state", "Print the world at one date", &declare_state},
    Verb{"trace", "Print where a unit went, with kilometres, hours and sources", &declare_trace},
    Verb{"cite", "Print the sources of what the map shows at one date", &declare_cite},
    Verb{"check", "List all problems of an atlas", &declare_check},
    Verb{"info", "Tell what is in an atlas or a file", &declare_info},
    Verb{"pack", "Write an atlas into one GeoPackage, or to a PostGIS server", &declare_pack},
    Verb{"export", "Write an atlas, a file or a view of it in a format of other programs", &declare_export},
    Verb{"new", "Begin an atlas of your own: a folder to fill in with a spreadsheet and QGIS", &declare_new},
    Verb{"bench", "Measure frame and loading times", &declare_bench},
};

/// The whole grammar, so that help and parsing cannot differ.
class Grammar
{
public:
    Grammar()
    {
        m_app.set_version_flag("--version", version);
        m_app.require_subcommand(0, 1);
        for (auto const &verb : verbs) {
            m_meanings[verb.name] = verb.declare(*m_app.add_subcommand(verb.name, verb.what));
        }
    }

    Command parse(std::vector<std::string> words)
    {
        std::ranges::reverse(words); // CLI11 takes them last first
        m_app.parse(words);
        auto const chosen = m_app.get_subcommands();
        return m_meanings.at(chosen.empty() ? default_command : chosen.front()->get_name())();
    }

    [[nodiscard]] std::string explain(CLI::Error const &error, std::ostream &out)
    {
        std::ostringstream err;
        m_app.exit(error, out, err);
        return err.str();
    }

private:
    CLI::App m_app{"Marshrut, an animated historical atlas", "marshrut"};
    std::map<std::string, Meaning> m_meanings;
};

bool is_command(std::string const &word)
{
    return std::ranges::find(verbs, word, &Verb::name) != verbs.end();
}

std::string nearest_command(std::string const &word)
{
    std::vector<std::string> known;
    std::ranges::transform(verbs, std::back_inserter(known), &Verb::name);
    return geo::nearest(word, known);
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
        if (!std::filesystem::exists(full.front()) && geo::home_of(full.front()) != geo::Home::server) {
            auto const near = nearest_command(full.front());
            return Notice{fmt::format("marshrut: '{}' is neither a command nor an existing file{}; see marshrut --help",
                                      full.front(), near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near)),
                          Exit::wrong_usage};
        }
        full.insert(full.begin(), default_command);
    } else if (full.empty() || (full.front().starts_with('-') && full.front() != "--help" && full.front() != "-h" &&
                                full.front() != "--version")) {
        full.insert(full.begin(), default_command);
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
