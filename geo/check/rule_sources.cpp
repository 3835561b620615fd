#include "geo/check/rule_set.hpp"
#include "geo/io/json_reader.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace geo {
namespace {

/// Any of these lets a reader find the work; treaties and laws are found by title and date.
constexpr std::array<char const *, 9> finding_aids{
    "URL", "DOI", "ISBN", "publisher", "container-title", "author", "archive", "archive_location", "editor"};

bool can_be_found(nlohmann::json const &source)
{
    auto const type = text_of(source, "type");
    if ((type == "treaty" || type == "legislation") && source.contains("issued")) {
        return true;
    }
    return std::ranges::any_of(finding_aids, [&](char const *key) { return source.contains(key); });
}

} // namespace

void check_cited(Examined const &what, Problems &problems)
{
    auto const &atlas = what.atlas;
    std::vector<bool> cited(atlas.sources.size(), false);
    auto const see = [&](std::string_view table, std::string const &id, Indices const &sources) {
        if (sources.empty()) {
            warn(problems, table, id, "sources", "is empty; name at least one source of sources.json");
        }
        for (auto const index : sources) {
            cited[index] = true;
        }
    };
    auto const see_all = [&](std::string_view table, auto const &features) {
        for (auto const &feature : features) {
            see(table, feature.id, feature.sources);
        }
    };
    see_all("people", atlas.people);
    see_all("claims", atlas.claims);
    see_all("places", atlas.places);
    see_all("regions", atlas.regions);
    see_all("lines", atlas.lines);
    see_all("units", atlas.units);
    see_all("events", atlas.events);
    for (auto const &unit : atlas.units) {
        for (std::size_t i = 0; i < unit.fixes.size(); ++i) {
            see("fixes", fmt::format("{}/{}", unit.id, i + 1), unit.fixes[i].sources);
        }
    }
    for (std::size_t i = 0; i < cited.size(); ++i) {
        if (!cited[i]) {
            problems.push_back({Severity::warning, "sources.json", atlas.sources[i].id, "",
                                "is named by no item; name it where it was used, or take it out"});
        }
    }
}

void check_sources(Examined const &what, Problems &problems)
{
    for (auto const &source : what.atlas.sources) {
        if (!can_be_found(nlohmann::json::parse(source.csl_json, nullptr, false))) {
            problems.push_back({Severity::warning, "sources.json", source.id, "",
                                "cannot be found by what it says; add an author, publisher, container-title, archive "
                                "or URL"});
        }
    }
}

void check_claims(Examined const &what, Problems &problems)
{
    std::vector<bool> reached(what.atlas.claims.size(), false);
    for (auto const &event : what.atlas.events) {
        for (auto const index : event.claims) {
            reached[index] = true;
        }
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
        if (!reached[i]) {
            warn(problems, "claims", what.atlas.claims[i].id, "",
                 "is reached from no event; add it to the claims of the event that it speaks of");
        }
    }
}

} // namespace geo
