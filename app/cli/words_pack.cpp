#include "app/cli/words.hpp"

#include "geo/store/location.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace app {

Meaning declare_pack(CLI::App &command)
{
    auto const output = std::make_shared<std::string>();
    auto const atlas = add_atlas(command);
    command.add_option("-o,--output", *output, "File to write (.gpkg), or a connection such as \"PG:dbname=atlas\"")
        ->required();
    return [=]() -> Command {
        if (auto const home = geo::home_of(*output); !home || *home == geo::Home::folder) {
            throw CLI::ValidationError{"-o",
                                       fmt::format("'{}' is neither a .gpkg nor a connection text (PG:…)", *output)};
        }
        return PackOptions{atlas_of(*atlas), *output};
    };
}

} // namespace app
