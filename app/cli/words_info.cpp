#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

namespace app {

Meaning declare_info(CLI::App &command)
{
    struct Words
    {
        bool json = false, fields = false;
    };
    auto const words = std::make_shared<Words>();
    auto const inputs = add_inputs(command);
    command.add_flag("--json", words->json, "Print JSON (marshrut-info/1)");
    command.add_flag("--fields", words->fields, "Print the fields that the files of an atlas may have");
    return [=]() -> Command { return InfoOptions{atlas_of(*inputs), words->json, words->fields, guests_of(*inputs)}; };
}

} // namespace app
