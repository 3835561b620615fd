#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

namespace app {

Meaning declare_state(CLI::App &command)
{
    struct Words
    {
        std::string at;
        bool json = false;
    };
    auto const words = std::make_shared<Words>();
    auto const inputs = add_inputs(command);
    command.add_option("--at", words->at, "Date, such as 1920-04-27T14:15")->required();
    command.add_flag("--json", words->json, "Print JSON (marshrut-state/1)");
    return [=]() -> Command {
        return StateOptions{atlas_of(*inputs), instant_of(words->at), words->json, guests_of(*inputs)};
    };
}

} // namespace app
