#include "app/cli/commands.hpp"

#include "geo/check/rules.hpp"
#include "geo/io/data_error.hpp"
#include "geo/store/load_base.hpp"

#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
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

/// Problems of reading, then those of the whole.
geo::Problems all_problems(std::filesystem::path const &folder)
{
    auto loaded = geo::load_atlas(folder);
    auto problems = std::move(loaded.problems);
    std::optional<geo::BaseMap> base;
    if (auto const &manifest = loaded.atlas->info.base; !manifest.empty()) {
        try {
            base = geo::load_base(manifest, problems);
        } catch (geo::DataError const &failure) {
            problems.push_back({geo::Severity::error, "atlas.json", "", "base", failure.what()});
        }
    }
    auto found = geo::examine({*loaded.atlas, base ? &*base : nullptr});
    problems.insert(problems.end(), std::move_iterator{found.begin()}, std::move_iterator{found.end()});
    return problems;
}

void print_rules(std::ostream &out)
{
    for (auto const &rule : geo::rules()) {
        fmt::print(out, "{:<12}{:<9}{}\n", rule.id, rule.severity == geo::Severity::error ? "error" : "warning",
                   rule.meaning);
    }
}

} // namespace

Exit run_check(CheckOptions const &options, std::ostream &out)
{
    if (options.rules) {
        print_rules(out);
        return Exit::done;
    }
    auto const problems = all_problems(options.atlas);
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
