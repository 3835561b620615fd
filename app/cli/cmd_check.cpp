#include "app/cli/commands.hpp"

#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace app {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(geo::Problems const &problems, std::filesystem::path const &atlas)
{
    auto list = Json::array();
    for (auto const &p : problems) {
        list.push_back({{"severity", p.severity == geo::Severity::error ? "error" : "warning"},
                        {"file", p.file},
                        {"feature", p.feature},
                        {"field", p.field},
                        {"message", p.message}});
    }
    return {{"format", "marshrut-check/1"}, {"atlas", atlas.filename().string()}, {"problems", std::move(list)}};
}

} // namespace

Exit run_check(CheckOptions const &options, std::ostream &out)
{
    auto const problems = geo::load_atlas(options.atlas).problems;
    auto const errors = std::ranges::count(problems, geo::Severity::error, &geo::Problem::severity);
    if (options.json) {
        out << to_json(problems, options.atlas).dump(2) << '\n';
    } else {
        for (auto const &problem : problems) {
            out << to_line(problem) << '\n';
        }
        fmt::print(out, "{}: {} errors, {} warnings\n", options.atlas.string(), errors, std::ssize(problems) - errors);
    }
    return errors > 0 ? Exit::data_errors : Exit::done;
}

} // namespace app
