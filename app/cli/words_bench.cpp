#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

namespace app {

Meaning declare_bench(CLI::App &command)
{
    auto const json = std::make_shared<bool>(false);
    auto const atlas = add_atlas(command);
    command.add_flag("--json", *json, "Print JSON (marshrut-bench/1)");
    auto const big = std::make_shared<bool>(false);
    command.add_flag("--big", *big,
                     "Measure playing on a generated atlas of 5 million border vertices and 100,000 units");
    auto const probe = std::make_shared<std::string>();
    // The program starts itself so; it is no part of what a user is offered.
    command.add_option("--probe", *probe)->group("")->check(CLI::IsMember({"window", "viewer", "reading"}));
    return [=]() -> Command { return BenchOptions{atlas_of(*atlas), *json, *big, *probe}; };
}

} // namespace app
