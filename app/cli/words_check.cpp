#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

namespace app {

Meaning declare_check(CLI::App &command)
{
    struct Words
    {
        bool json = false, rules = false;
    };
    auto const words = std::make_shared<Words>();
    auto const atlas = add_atlas(command);
    command.add_flag("--json", words->json, "Print JSON (marshrut-check/1)");
    command.add_flag("--rules", words->rules, "Print the rules that an atlas is checked by");
    return [=]() -> Command { return CheckOptions{atlas_of(*atlas), words->json, words->rules}; };
}

} // namespace app
