#include "app/cli/commands.hpp"
#include "app/cli/trace_graph.hpp"
#include "app/core/csv.hpp"

#include "geo/io/schema.hpp"
#include "geo/movement/itinerary.hpp"
#include "geo/store/load_base.hpp"
#include "geo/time/edtf_text.hpp"

#include <fmt/ostream.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <stdexcept>

namespace app {
namespace {

using Json = nlohmann::ordered_json;

/// Everything that the three forms print from.
struct Trace
{
    geo::Atlas const &atlas;
    geo::Itinerary const &itinerary;
    std::string const &language;

    [[nodiscard]] geo::Fix const &fix(geo::ItineraryRow const &row) const
    {
        return atlas.units[itinerary.mover].fixes[row.fix];
    }
    [[nodiscard]] geo::Place const &place(geo::ItineraryRow const &row) const { return atlas.places[row.place]; }
    [[nodiscard]] std::vector<std::string> sources(geo::ItineraryRow const &row) const
    {
        std::vector<std::string> ids;
        for (auto const i : fix(row).sources) {
            ids.push_back(atlas.sources[i].id);
        }
        return ids;
    }
};

std::string written(std::optional<geo::Edtf> const &date)
{
    return date ? geo::to_text(*date) : "";
}

std::string iso(std::optional<geo::Instant> const &t)
{
    return t ? geo::to_iso(*t) : "";
}

template <typename Value>
Json or_null(std::optional<Value> const &value, double steps)
{
    return value ? Json(std::round(*value * steps) / steps) : Json(nullptr);
}

std::string or_nothing(std::optional<double> const &value, char const *format)
{
    return value ? fmt::format(fmt::runtime(format), *value) : "";
}

std::string certainty(geo::Fix const &fix)
{
    return std::string{name_of(fix.confidence)} + (fix.time_basis == geo::TimeBasis::assumed ? ", hours assumed" : "");
}

Json leg_json(geo::ItineraryLeg const &leg)
{
    return {{"mode", name_of(leg.mode)},
            {"route", name_of(leg.route)},
            {"km_timetable", or_null(leg.timetable_km, 10)},
            {"km_drawn", or_null(std::optional{leg.drawn_km}, 100)},
            {"hours", or_null(std::optional{leg.hours}, 1000)},
            {"hours_off_by", or_null(std::optional{leg.slack_hours}, 1000)},
            {"kmh", or_null(std::optional{leg.kmh}, 10)},
            {"highest_m", or_null(leg.highest_m, 1)}};
}

Json to_json(Trace const &trace)
{
    auto rows = Json::array();
    for (auto const &row : trace.itinerary.rows) {
        auto const &fix = trace.fix(row);
        auto warnings = Json::array();
        for (auto const &remark : row.remarks) {
            warnings.push_back({{"kind", name_of(remark.doubt)}, {"message", remark.words}});
        }
        rows.push_back(
            {{"place", trace.place(row).id},
             {"name", trace.place(row).name.in(trace.language)},
             {"arrival", row.arrival ? Json(geo::to_iso(*row.arrival)) : Json(nullptr)},
             {"arrival_written", written(fix.arrival)},
             {"departure", row.departure ? Json(geo::to_iso(*row.departure)) : Json(nullptr)},
             {"departure_written", written(fix.departure)},
             {"leg", row.leg ? leg_json(*row.leg) : Json(nullptr)},
             {"km_timetable_total", or_null(row.timetable_total_km, 10)},
             {"km_drawn_total", or_null(std::optional{row.drawn_total_km}, 100)},
             {"railway_km", or_null(trace.place(row).railway_km, 10)},
             {"elevation_m", row.height ? or_null(std::optional{row.height->metres}, 1) : Json(nullptr)},
             {"elevation_off_by_m", row.height ? or_null(std::optional{row.height->spread_m}, 1) : Json(nullptr)},
             {"confidence", name_of(fix.confidence)},
             {"time_basis", name_of(fix.time_basis)},
             {"sources", trace.sources(row)},
             {"note", fix.note.in(trace.language)},
             {"warnings", std::move(warnings)}});
    }
    auto const &atlas = trace.atlas;
    return {{"format", "marshrut-trace/1"},
            {"atlas", atlas.info.id},
            {"version", atlas.info.version},
            {"unit", atlas.units[trace.itinerary.unit].id},
            {"moves_with", atlas.units[trace.itinerary.mover].id},
            {"rows", std::move(rows)}};
}

void print_csv(Trace const &trace, std::ostream &out)
{
    write_csv_row(out, {"place_id",
                        "name",
                        "arrival",
                        "arrival_written",
                        "departure",
                        "departure_written",
                        "mode",
                        "km_timetable",
                        "km_timetable_total",
                        "km_drawn",
                        "km_drawn_total",
                        "hours",
                        "hours_off_by",
                        "kmh",
                        "confidence",
                        "time_basis",
                        "sources",
                        "elevation_m",
                        "highest_on_way_m",
                        "warnings"});
    for (auto const &row : trace.itinerary.rows) {
        auto const &fix = trace.fix(row);
        auto const number = [&](auto const &of, char const *format) {
            return row.leg ? or_nothing(of(*row.leg), format) : std::string{};
        };
        using Leg = geo::ItineraryLeg;
        std::vector<std::string> warnings;
        std::ranges::transform(row.remarks, std::back_inserter(warnings), &geo::Remark::words);
        write_csv_row(out, {trace.place(row).id,
                            trace.place(row).name.in(trace.language),
                            iso(row.arrival),
                            written(fix.arrival),
                            iso(row.departure),
                            written(fix.departure),
                            row.leg ? std::string{name_of(row.leg->mode)} : "",
                            number([](Leg const &l) { return l.timetable_km; }, "{:.1f}"),
                            or_nothing(row.timetable_total_km, "{:.1f}"),
                            number([](Leg const &l) { return std::optional{l.drawn_km}; }, "{:.2f}"),
                            fmt::format("{:.2f}", row.drawn_total_km),
                            number([](Leg const &l) { return std::optional{l.hours}; }, "{:.3f}"),
                            number([](Leg const &l) { return std::optional{l.slack_hours}; }, "{:.3f}"),
                            number([](Leg const &l) { return std::optional{l.kmh}; }, "{:.1f}"),
                            std::string{name_of(fix.confidence)},
                            std::string{name_of(fix.time_basis)},
                            fmt::format("{}", fmt::join(trace.sources(row), ";")),
                            row.height ? fmt::format("{:.0f}", row.height->metres) : "",
                            number([](Leg const &l) { return l.highest_m; }, "{:.0f}"),
                            fmt::format("{}", fmt::join(warnings, "; "))});
    }
}

/// Text cut or filled to a width counted in letters, not bytes.
std::string padded(std::string const &text, std::size_t width)
{
    auto const letters =
        static_cast<std::size_t>(std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
    return text + std::string(width > letters ? width - letters : 0, ' ');
}

/// Metres above the sea, and how far the ground about departs from them.
std::string height(geo::ItineraryRow const &row)
{
    auto const words = row.height ? fmt::format("{:.0f}±{:.0f}", row.height->metres, row.height->spread_m) : "";
    constexpr std::size_t width = 9; // bytes: the sign has two
    std::size_t const filled = words.empty() ? width - 1 : width;
    return std::string(words.size() < filled ? filled - words.size() : 0, ' ') + words;
}

void print_table(Trace const &trace, std::ostream &out)
{
    auto const &atlas = trace.atlas;
    auto const &unit = atlas.units[trace.itinerary.unit];
    fmt::print(out, "{} ({})\n{}\n", unit.name.in(trace.language), unit.id, atlas.info.clock.in(trace.language));
    if (trace.itinerary.mover != trace.itinerary.unit) {
        fmt::print(out, "It has no fix of its own and travels within {}.\n", atlas.units[trace.itinerary.mover].id);
    }
    if (trace.itinerary.rows.empty()) {
        fmt::print(out, "\nNo source dates a place of this unit.\n");
        return;
    }
    fmt::print(out, "\n{} {:<18} {:<18} {:>8} {:>8} {:>8} {:>8} {:>6} {:>6} {:>8}  {} {}\n", padded("place", 20),
               "arrival", "departure", "km", "in all", "drawn", "in all", "hours", "km/h", "m", padded("certainty", 24),
               "sources");
    for (auto const &row : trace.itinerary.rows) {
        auto const &fix = trace.fix(row);
        auto const &leg = row.leg;
        fmt::print(out, "{} {:<18} {:<18} {:>8} {:>8} {:>8} {:>8.1f} {:>6} {:>6} {}  {} {}\n",
                   padded(trace.place(row).name.in(trace.language), 20), written(fix.arrival), written(fix.departure),
                   leg ? or_nothing(leg->timetable_km, "{:.1f}") : "", or_nothing(row.timetable_total_km, "{:.1f}"),
                   leg ? fmt::format("{:.1f}", leg->drawn_km) : "", row.drawn_total_km,
                   leg ? fmt::format("{:.1f}", leg->hours) : "", leg ? fmt::format("{:.0f}", leg->kmh) : "",
                   height(row), padded(certainty(fix), 24), fmt::join(trace.sources(row), ", "));
    }
    fmt::print(out, "\nkm: by timetable; drawn: along the line on the map; m: above the sea, from the relief.\n");
    for (auto const &row : trace.itinerary.rows) {
        for (auto const &remark : row.remarks) {
            fmt::print(out, "{}: {}\n", trace.place(row).name.in(trace.language), remark.words);
        }
    }
}

} // namespace

geo::Index find_unit(geo::Atlas const &atlas, std::string const &id)
{
    if (auto const found = geo::index_of(atlas.units, id)) {
        return *found;
    }
    std::vector<std::string> known;
    std::ranges::transform(atlas.units, std::back_inserter(known), &geo::Unit::id);
    auto const near = geo::nearest(id, known);
    throw std::invalid_argument{fmt::format("there is no unit '{}' in {}; {}", id, atlas.info.id,
                                            near.empty() ? fmt::format("its units are {}", fmt::join(known, ", "))
                                                         : fmt::format("did you mean '{}'?", near))};
}

Exit run_trace(TraceOptions const &options, std::ostream &out, std::ostream &err)
{
    auto loaded = geo::load_atlas(options.atlas);
    if (print_errors(loaded.problems, err)) {
        return Exit::data_errors;
    }
    auto const &atlas = *loaded.atlas;
    geo::Index unit = 0;
    try {
        unit = find_unit(atlas, options.unit);
    } catch (std::invalid_argument const &unknown) {
        err << "marshrut: " << unknown.what() << '\n';
        return Exit::wrong_usage;
    }
    if (!options.graph.empty()) {
        try {
            write_trace_graph(atlas, unit, options);
        } catch (std::invalid_argument const &reason) {
            err << "marshrut: " << reason.what() << '\n';
            return Exit::wrong_usage;
        }
        return Exit::done;
    }
    std::optional<geo::Heights> relief;
    if (!atlas.info.base.empty()) {
        if (auto const base = geo::load_base(atlas.info.base, loaded.problems); !base.relief.empty()) {
            relief.emplace(base.relief);
        }
    }
    auto const itinerary = geo::itinerary(atlas, unit, relief ? &*relief : nullptr);
    Trace const trace{atlas, itinerary, options.language};
    switch (options.form) {
    case TraceForm::csv:
        print_csv(trace, out);
        break;
    case TraceForm::json:
        out << to_json(trace).dump(1) << '\n';
        break;
    case TraceForm::table:
        print_table(trace, out);
        break;
    }
    return Exit::done;
}

} // namespace app
