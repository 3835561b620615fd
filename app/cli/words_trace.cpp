#include "app/cli/words.hpp"
#include "app/vector/write_vector.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace app {

Meaning declare_trace(CLI::App &command)
{
    struct Words
    {
        std::vector<std::string> what;
        std::string language = "en";
        std::string graph, from, to, along, size;
        bool csv = false;
        bool json = false;
    };
    auto const words = std::make_shared<Words>();
    command.add_option("what", words->what, "[ATLAS] UNIT: the atlas (without it the bundled one) and the unit's id")
        ->required()
        ->expected(1, 2);
    command.add_option("--lang", words->language, "Language of the names: en, az, ru");
    auto *const csv = command.add_flag("--csv", words->csv, "Print CSV");
    command.add_flag("--json", words->json, "Print JSON (marshrut-trace/1)")->excludes(csv);
    auto *const graph = command.add_option("--graph", words->graph, "Write its train graph into this .svg or .pdf");
    command.add_option("--from", words->from, "First date of the graph")->needs(graph);
    command.add_option("--to", words->to, "Its last date")->needs(graph);
    command.add_option("--along", words->along, "Places that its railway joins, such as petrovsk,baku_station")
        ->needs(graph);
    command.add_option("--size", words->size, "Size of the graph in pixels, such as 1600x1100")->needs(graph);
    return [=]() -> Command {
        bool const bundled = words->what.size() == 1;
        TraceOptions options;
        options.atlas = atlas_of(bundled ? "" : words->what.front());
        options.unit = words->what.back();
        options.language = words->language;
        options.form = words->csv ? TraceForm::csv : words->json ? TraceForm::json : TraceForm::table;
        options.graph = words->graph;
        if (!words->graph.empty() && !is_vector_file(words->graph)) {
            throw CLI::ValidationError{"--graph", fmt::format("'{}' does not end in .svg or .pdf", words->graph)};
        }
        options.along = list_of(words->along);
        options.from = words->from.empty() ? std::nullopt : std::optional{instant_of(words->from, "--from")};
        options.to = words->to.empty() ? std::nullopt : std::optional{instant_of(words->to, "--to")};
        options.size = words->size.empty() ? options.size : size_of(words->size);
        return options;
    };
}

} // namespace app
