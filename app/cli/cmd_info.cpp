#include "app/cli/commands.hpp"

#include "geo/foreign/lone_atlas.hpp"
#include "geo/io/schema.hpp"
#include "geo/io/text_line.hpp"

#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <ostream>

namespace app {
namespace {

using Json = nlohmann::ordered_json;

/// The extent of all that has a place in the atlas.
Json extent_of_places(geo::Atlas const &atlas)
{
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;
    for (auto const &place : atlas.places) {
        west = std::min(west, place.at.lon);
        east = std::max(east, place.at.lon);
        south = std::min(south, place.at.lat);
        north = std::max(north, place.at.lat);
    }
    return atlas.places.empty() ? Json::array() : Json{west, south, east, north};
}

Json layer(char const *name, std::size_t features, char const *time)
{
    return {{"name", name}, {"features", features}, {"time", time}};
}

Json describe(geo::LoadResult const &loaded)
{
    auto const &atlas = *loaded.atlas;
    std::size_t fixes = 0;
    for (auto const &unit : atlas.units) {
        fixes += unit.fixes.size();
    }
    std::map<std::string, int> reasons;
    for (auto const &problem : loaded.problems) {
        if (problem.severity == geo::Severity::error) {
            ++reasons[problem.file + ": " + problem.message];
        }
    }
    auto dropped = Json::array();
    for (auto const &[reason, count] : reasons) {
        dropped.push_back({{"reason", reason}, {"count", count}});
    }
    return {{"format", "marshrut-info/1"},
            {"atlas", atlas.info.id},
            {"version", atlas.info.version},
            {"title", atlas.info.title.in("en")},
            {"counts",
             {{"places", atlas.places.size()},
              {"regions", atlas.regions.size()},
              {"lines", atlas.lines.size()},
              {"events", atlas.events.size()},
              {"units", atlas.units.size()},
              {"fixes", fixes},
              {"people", atlas.people.size()},
              {"sources", atlas.sources.size()},
              {"claims", atlas.claims.size()},
              {"stories", atlas.stories.size()}}},
            {"languages", atlas.info.languages},
            {"span", {geo::to_iso(atlas.info.span.begin), geo::to_iso(atlas.info.span.end)}},
            {"extent", extent_of_places(atlas)},
            {"layers",
             {layer("places", atlas.places.size(), "start_date;end_date"),
              layer("regions", atlas.regions.size(), "start_date;end_date"),
              layer("lines", atlas.lines.size(), "start_date;end_date"),
              layer("units", atlas.units.size(), "fixes: arrival;departure"),
              layer("events", atlas.events.size(), "start_date;end_date")}},
            {"dropped", std::move(dropped)}};
}

Json dropped_of(geo::GuestLayer const &guest)
{
    auto dropped = Json::array();
    for (auto const &[reason, count] : guest.dropped) {
        dropped.push_back({{"reason", reason}, {"count", count}});
    }
    return dropped;
}

std::string time_of(geo::GuestLayer const &guest)
{
    if (guest.begin_field.empty() && guest.end_field.empty()) {
        return guest.timed > 0 ? "by the format itself" : "";
    }
    return guest.begin_field + (guest.end_field.empty() ? "" : ";" + guest.end_field);
}

/// Layers of foreign files, whether alone or over an atlas.
Json layers_of(std::vector<geo::GuestLayer> const &guests)
{
    auto layers = Json::array();
    for (auto const &guest : guests) {
        layers.push_back({{"name", guest.name},
                          {"file", guest.file},
                          {"format", guest.format},
                          {"features", guest.features},
                          {"kinds", guest.kinds},
                          {"time", time_of(guest)},
                          {"timed", guest.timed},
                          {"clock", guest.clock},
                          {"span", guest.has_time() ? Json{geo::to_iso(guest.span.begin), geo::to_iso(guest.span.end)}
                                                    : Json::array()},
                          {"fields", guest.fields}});
    }
    return layers;
}

/// What is in foreign files that were opened alone.
Json describe_guests(geo::Atlas const &atlas, std::string const &name)
{
    auto dropped = Json::array();
    for (auto const &guest : atlas.guests) {
        for (auto const &item : dropped_of(guest)) {
            dropped.push_back(item);
        }
    }
    auto const box = geo::extent_of(atlas);
    bool const timed = std::ranges::any_of(atlas.guests, &geo::GuestLayer::has_time);
    return {
        {"format", "marshrut-info/1"},
        {"file", name},
        {"driver", atlas.guests.empty() ? "" : atlas.guests.front().format},
        {"span", timed ? Json{geo::to_iso(atlas.info.span.begin), geo::to_iso(atlas.info.span.end)} : Json::array()},
        {"extent", box ? Json{box->west, box->south, box->east, box->north} : Json::array()},
        {"stories", atlas.stories.size()},
        {"layers", layers_of(atlas.guests)},
        {"dropped", std::move(dropped)}};
}

void print_layers(Json const &layers, std::ostream &out)
{
    for (auto const &found : layers) {
        auto const time = found["time"].get<std::string>();
        auto const clock = found["clock"].get<std::string>();
        fmt::print(out, "  {}: {}; dates: {}{}{}\n", geo::plain_line(found["name"].get<std::string>()),
                   found["kinds"].get<std::string>().empty() ? "nothing to show" : found["kinds"].get<std::string>(),
                   time.empty() ? "none" : time, clock.empty() ? "" : ", clock: ", clock);
    }
}

void print_table(Json const &json, std::ostream &out)
{
    if (json.contains("title")) {
        fmt::print(out, "{} ({}, version {})\n", geo::plain_line(json["title"].get<std::string>()),
                   geo::plain_line(json["atlas"].get<std::string>()),
                   geo::plain_line(json["version"].get<std::string>()));
        fmt::print(out, "{} to {}\n", json["span"][0].get<std::string>(), json["span"][1].get<std::string>());
        for (auto const &[name, count] : json["counts"].items()) {
            fmt::print(out, "  {:<10} {:>6}\n", name, count.get<long>());
        }
    } else {
        fmt::print(out, "{} ({})\n", geo::plain_line(json["file"].get<std::string>()),
                   json["driver"].get<std::string>());
        if (!json["span"].empty()) {
            fmt::print(out, "{} to {}\n", json["span"][0].get<std::string>(), json["span"][1].get<std::string>());
        }
        print_layers(json["layers"], out);
    }
    if (json.contains("guests")) {
        print_layers(json["guests"], out);
    }
    for (auto const &reason : json["dropped"]) {
        fmt::print(out, "  not used: {} x {}\n", reason["count"].get<long>(),
                   geo::plain_line(reason["reason"].get<std::string>()));
    }
}

/// The table of the reader itself, as Markdown for docs/data-format.md.
void print_fields(std::ostream &out)
{
    for (auto const &table : geo::tables()) {
        fmt::print(out, "### `{}`: {}{}\n\n| field | type | needed | what it says | example |\n|---|---|---|---|---|\n",
                   table.file, geo::name_of(table.shape), table.required ? ", needed" : "");
        for (auto const &field : table.fields) {
            bool const local = field.type == geo::FieldType::local_text;
            fmt::print(out, "| `{}{}` | {} | {} | {} | {} |\n", field.name, local ? "_en" : "",
                       geo::name_of(field.type), field.required ? "yes" : "", field.meaning,
                       field.example.empty() ? "" : fmt::format("`{}`", field.example));
        }
        out << '\n';
    }
}

} // namespace

Exit run_info(InfoOptions const &options, std::ostream &out, std::ostream &err)
{
    if (options.fields) {
        print_fields(out);
        return Exit::done;
    }
    Json json;
    bool faulty = false;
    auto const loaded = geo::load_with_guests(options.file, options.guests);
    if (geo::is_foreign(options.file)) {
        json = describe_guests(*loaded.atlas, options.file.filename().string());
    } else {
        faulty = print_errors(loaded.problems, err);
        json = describe(loaded);
        if (!loaded.atlas->guests.empty()) {
            json["guests"] = layers_of(loaded.atlas->guests);
        }
        for (auto const &guest : loaded.atlas->guests) {
            for (auto const &item : dropped_of(guest)) {
                json["dropped"].push_back(item);
            }
        }
    }
    if (options.json) {
        out << json.dump(1) << '\n';
    } else {
        print_table(json, out);
    }
    return faulty ? Exit::data_errors : Exit::done;
}

} // namespace app
