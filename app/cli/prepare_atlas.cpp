#include "app/cli/prepare_atlas.hpp"

#include "app/cli/packing.hpp"
#include "app/kiosk/atlas_shelf.hpp"

#include "geo/check/rules.hpp"
#include "geo/io/data_error.hpp"
#include "geo/store/location.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

/// The first error and how many more there are.
std::string errors_of(geo::Problems const &problems)
{
    auto const is_error = [](geo::Problem const &p) { return p.severity == geo::Severity::error; };
    auto const first = std::ranges::find_if(problems, is_error);
    if (first == problems.end()) {
        return {};
    }
    auto const more = std::ranges::count_if(problems, is_error) - 1;
    return more == 0 ? to_line(*first)
                     : fmt::format("{} (and {} more; 'marshrut check' lists them)", to_line(*first), more);
}

std::string examined(ToPack const &what, geo::Problems problems)
{
    if (auto found = errors_of(problems); !found.empty()) {
        return found;
    }
    std::optional<geo::BaseMap> base;
    if (what.base) {
        base = geo::build_base(*what.base, problems);
    }
    auto const rules = geo::examine({*what.atlas, base ? &*base : nullptr});
    problems.insert(problems.end(), rules.begin(), rules.end());
    return errors_of(problems);
}

} // namespace

Preparation prepare_atlas(std::filesystem::path const &location, std::filesystem::path const &state)
{
    AtlasShelf shelf{state};
    std::optional<ToPack> what;
    try {
        geo::Problems problems;
        what = read_to_pack(location, problems);
        if (auto const why = examined(*what, std::move(problems)); !why.empty()) {
            return {Prepared::refused, why};
        }
    } catch (std::exception const &failure) {
        bool const server = geo::home_of(location) == geo::Home::server;
        return {server ? Prepared::postponed : Prepared::refused, failure.what()};
    }
    try {
        (void)write_pack(*what, shelf.incoming());
        return {shelf.put(location.string()) == AtlasShelf::Put::same ? Prepared::same : Prepared::fresh, ""};
    } catch (std::exception const &failure) {
        return {Prepared::postponed, failure.what()};
    }
}

} // namespace app
