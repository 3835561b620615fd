#include "app/cli/commands.hpp"

#include "geo/state/world_state.hpp"

#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <ostream>

namespace app {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double steps)
{
    return std::round(value * steps) / steps;
}

Json to_json(geo::Atlas const &atlas, geo::UnitState const &s)
{
    bool const moving = s.phase == geo::Phase::moving;
    bool const guest = atlas.units[s.unit].guest != 0; // of whose ways and certainty the file says nothing
    return {{"id", atlas.units[s.unit].id},
            {"lon", rounded(s.at.lon, 1e6)},
            {"lat", rounded(s.at.lat, 1e6)},
            {"phase", name_of(s.phase)},
            {"mode", guest ? "" : name_of(s.mode)},
            {"from", atlas.places[s.from].id},
            {"to", atlas.places[s.to].id},
            {"fraction", rounded(s.fraction, 1e6)},
            {"heading_deg", rounded(geo::heading_deg(atlas, s), 10)},
            {"basis", name_of(s.basis)},
            {"time_basis", name_of(s.time_basis)},
            {"uncertainty_km", rounded(s.uncertainty_km, 100)},
            {"confidence", guest ? "" : name_of(s.confidence)},
            {"route", moving ? Json(name_of(s.route)) : Json(nullptr)},
            {"parent", s.parent ? atlas.units[*s.parent].id : ""}};
}

Json to_json(geo::Atlas const &atlas, geo::WorldState const &world)
{
    Json json{{"format", "marshrut-state/1"}, {"atlas", atlas.info.id}, {"at", geo::to_iso(world.at)}};
    auto units = Json::array();
    for (auto const &unit : world.units) {
        units.push_back(to_json(atlas, unit));
    }
    auto regions = Json::array();
    for (auto const i : world.regions) {
        auto const &region = atlas.regions[i];
        regions.push_back({{"id", region.id},
                           {"polity", region.polity},
                           {"status", region.guest != 0 ? "" : name_of(region.status)}});
    }
    auto lines = Json::array();
    for (auto const i : world.lines) {
        lines.push_back({{"id", atlas.lines[i].id}, {"kind", name_of(atlas.lines[i].kind)}});
    }
    auto events = Json::array();
    for (auto const &[i, phase] : world.events) {
        events.push_back({{"id", atlas.events[i].id}, {"phase", phase == geo::EventPhase::now ? "now" : "past"}});
    }
    json["units"] = std::move(units);
    json["regions"] = std::move(regions);
    json["lines"] = std::move(lines);
    json["events"] = std::move(events);
    return json;
}

void print_table(geo::Atlas const &atlas, geo::WorldState const &world, std::ostream &out)
{
    fmt::print(out, "{} at {}\n\n", atlas.info.title.in("en"), geo::to_iso(world.at));
    fmt::print(out, "{:<14} {:>9} {:>9}  {:<7} {:<14} {:<14} {}\n", "unit", "lon", "lat", "phase", "from", "to",
               "basis");
    for (auto const &s : world.units) {
        fmt::print(out, "{:<14} {:>9.4f} {:>9.4f}  {:<7} {:<14} {:<14} {}{}\n", atlas.units[s.unit].id, s.at.lon,
                   s.at.lat, name_of(s.phase), atlas.places[s.from].id, atlas.places[s.to].id, name_of(s.basis),
                   s.parent ? fmt::format(", with {}", atlas.units[*s.parent].id) : "");
    }
    fmt::print(out, "\nHappening now:\n");
    for (auto const &[i, phase] : world.events) {
        if (phase == geo::EventPhase::now) {
            fmt::print(out, "  {}  {}\n", atlas.events[i].id, atlas.events[i].title.in("en"));
        }
    }
}

} // namespace

Exit run_state(StateOptions const &options, std::ostream &out, std::ostream &err)
{
    auto const loaded = geo::load_with_guests(options.atlas, options.guests);
    if (print_errors(loaded.problems, err)) {
        return Exit::data_errors;
    }
    print_dropped(*loaded.atlas, err);
    auto const world = geo::state_at(*loaded.atlas, options.at);
    if (options.json) {
        out << to_json(*loaded.atlas, world).dump(1) << '\n';
    } else {
        print_table(*loaded.atlas, world, out);
    }
    return Exit::done;
}

} // namespace app
