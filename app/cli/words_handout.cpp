#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace app {

Meaning declare_handout(CLI::App &command)
{
    struct Words
    {
        std::vector<std::string> what;
        std::string output, language, steps;
        bool blind = false;
    };
    auto const words = std::make_shared<Words>();
    command.add_option("what", words->what, "[ATLAS] STORY: an atlas (without it the bundled one) and a story's id")
        ->required()
        ->expected(1, 2);
    command.add_option("-o,--output", words->output, "File to write (.pdf)")->required();
    command.add_option("--lang", words->language, "Language: en, az, ru");
    command.add_option("--steps", words->steps, "Only these steps, by their ids, such as s01,s04");
    command.add_flag("--blind", words->blind, "Maps without names, to be filled in, with an answer key");
    return [=]() -> Command {
        HandoutOptions options;
        options.atlas = atlas_of(words->what.size() == 2 ? words->what.front() : std::string{});
        options.story = words->what.back();
        options.output = words->output;
        options.language = words->language;
        options.steps = list_of(words->steps);
        options.blind = words->blind;
        if (options.output.extension() != ".pdf") {
            throw CLI::ValidationError{"-o", fmt::format("'{}' does not end in .pdf", words->output)};
        }
        return options;
    };
}

} // namespace app
