#pragma once

#include "app/cli/options.hpp"

#include <functional>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace app {

// Include this only from .cpp files of app/cli.

/// What the words of a command mean once they are read. \throws CLI::ValidationError
using Meaning = std::function<Command()>;

/// Declares the words of a command. Each lives in a file of its own, words_<command>.cpp.
Meaning declare_view(CLI::App &command);
Meaning declare_kiosk(CLI::App &command);
Meaning declare_render(CLI::App &command);
Meaning declare_film(CLI::App &command);
Meaning declare_handout(CLI::App &command);
Meaning declare_state(CLI::App &command);
Meaning declare_trace(CLI::App &command);
Meaning declare_cite(CLI::App &command);
Meaning declare_check(CLI::App &command);
Meaning declare_info(CLI::App &command);
Meaning declare_pack(CLI::App &command);
Meaning declare_export(CLI::App &command);
Meaning declare_new(CLI::App &command);
Meaning declare_bench(CLI::App &command);

/// Adds the first word of most commands. \return where the word will stand; empty: the bundled atlas
std::shared_ptr<std::string> add_atlas(CLI::App &command);
[[nodiscard]] std::filesystem::path atlas_of(std::string const &word);

/// What is to be opened: an atlas or a file, files over it, and which of their columns hold times.
struct Inputs
{
    std::vector<std::string> words;
    std::vector<std::string> times;
};
/// Adds the words of commands that open files of other people too.
std::shared_ptr<Inputs> add_inputs(CLI::App &command);
[[nodiscard]] std::filesystem::path atlas_of(Inputs const &inputs);
/// \throws CLI::ValidationError
[[nodiscard]] geo::Guests guests_of(Inputs const &inputs);

/// How a picture is asked for, of commands that draw one or many.
struct PictureWords
{
    std::string size, language, style, bbox, layers, view;
};
std::shared_ptr<PictureWords> add_picture(CLI::App &command);
/// All but the size. \throws CLI::ValidationError
void set_picture(PictureWish &wish, Inputs const &inputs, PictureWords const &words);

// Words in their meaning; `option` names the option in the error. \throws CLI::ValidationError
[[nodiscard]] geo::Instant instant_of(std::string const &word, std::string const &option = "--at");
[[nodiscard]] Viewport size_of(std::string const &word, std::string const &option = "--size");
[[nodiscard]] geo::Box box_of(std::string const &word, std::string const &option = "--bbox");
[[nodiscard]] std::vector<std::string> list_of(std::string const &word); ///< separated by commas
[[nodiscard]] std::set<std::string> layers_of(std::string const &word);

} // namespace app
