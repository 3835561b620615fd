#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

namespace app {

Meaning declare_new(CLI::App &command)
{
    auto const folder = std::make_shared<std::string>();
    command.add_option("folder", *folder, "Folder to make")->required();
    return [=]() -> Command { return NewOptions{*folder}; };
}

} // namespace app
