#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

namespace app {

Meaning declare_bench(CLI::App &command)
{
    auto const json = std::make_shared<bool>(false);
    auto const atlas = add_atlas(command);
    command.add_flag("--json", *json, "Print JSON (marshrut-bench/1)");
    return [=]() -> Command { return BenchOptions{atlas_of(*atlas), *json}; };
}

} // namespace app
