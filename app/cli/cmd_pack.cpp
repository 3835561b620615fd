#include "app/cli/commands.hpp"
#include "app/cli/packing.hpp"

#include <fmt/ostream.h>

#include <ostream>

namespace app {

Exit run_pack(PackOptions const &options, std::ostream &out, std::ostream &err)
{
    geo::Problems problems;
    auto const what = read_to_pack(options.atlas, problems);
    if (print_errors(problems, err)) {
        return Exit::data_errors;
    }
    auto const &atlas = *what.atlas;
    fmt::print(out, "{}: {} places, {} units, {} events, {} stories\n", write_pack(what, options.output),
               atlas.places.size(), atlas.units.size(), atlas.events.size(), atlas.stories.size());
    return Exit::done;
}

} // namespace app
