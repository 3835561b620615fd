#include "app/cli/commands.hpp"
#include "app/cli/report.hpp"
#include "app/core/atomic_file.hpp"
#include "app/core/stop_signal.hpp"
#include "app/scene/build_scene.hpp"
#include "app/scene/view_extent.hpp"
#include "app/state/reduce.hpp"
#include "app/state/view_code.hpp"

#include "geo/export/export_atlas.hpp"
#include "geo/io/schema.hpp"

#include <fmt/ostream.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace app {
namespace {

struct WrongWord : std::runtime_error
{
    using runtime_error::runtime_error;
};

/// Layers of the map that hold features which can be exported, and those of guests.
std::vector<std::string> known_layers(geo::Atlas const &atlas)
{
    std::vector<std::string> known{"places", "events",   "units", "regions",  "borders",
                                   "fronts", "railways", "roads", "sea lanes"};
    std::ranges::transform(atlas.guests, std::back_inserter(known), &geo::GuestLayer::id);
    return known;
}

/// \throws WrongWord
geo::ExportChoice by_view(geo::Atlas const &atlas, std::string const &code)
{
    geo::Projection const projection{atlas.info.crs, atlas.info.home};
    Surroundings const in{atlas, projection};
    auto result = apply_view_code(opening_state(in, {1920, 1080}), code, in);
    if (auto const *fault = std::get_if<std::string>(&result)) {
        throw WrongWord{"--view: " + *fault};
    }
    auto choice = choice_of_view(std::get<ViewerState>(result), projection);
    choice.time.reset(); // a code names an instant, no span
    return choice;
}

/// \throws WrongWord
geo::ExportChoice choice_of(ExportOptions const &options, geo::Atlas const &atlas)
{
    geo::ExportChoice choice;
    choice.language = atlas.info.languages.empty() ? "en" : atlas.info.languages.front();
    if (!options.view.empty()) {
        choice = by_view(atlas, options.view);
    }
    choice.language = options.language.empty() ? choice.language : options.language;
    choice.extent = options.extent ? options.extent : choice.extent;
    if (options.from || options.to) {
        choice.time = {options.from.value_or(atlas.info.span.begin), options.to.value_or(atlas.info.span.end)};
    }
    if (choice.time && choice.time->begin >= choice.time->end) {
        throw WrongWord{fmt::format("--from, --to: leave no time of the atlas, which goes from {} to {}",
                                    geo::to_iso(atlas.info.span.begin), geo::to_iso(atlas.info.span.end))};
    }
    auto const known = known_layers(atlas);
    for (auto const &layer : options.layers) {
        if (std::ranges::find(known, layer) == known.end()) {
            auto const near = geo::nearest(layer, known);
            throw WrongWord{fmt::format("--layers: there is no layer '{}'; {}", layer,
                                        near.empty() ? fmt::format("layers are {}", fmt::join(known, ", "))
                                                     : fmt::format("did you mean '{}'?", near))};
        }
    }
    for (auto const &layer : known) {
        if (!options.layers.empty() && !options.layers.contains(layer)) {
            choice.hidden.insert(layer);
        }
    }
    return choice;
}

void print_report(geo::ExportReport const &report, std::string const &file, std::ostream &out, std::ostream &err)
{
    std::string words;
    for (std::size_t i = 0; i < report.written.size(); ++i) {
        auto const name = geo::name_of(static_cast<geo::ExportKind>(i));
        auto const count = report.written[i];
        words += fmt::format("{}{} {}{}", i == 0 ? "" : ", ", count, name, count == 1 ? "" : "s");
    }
    fmt::print(out, "{}: {}\n", file, words);
    for (auto const *reasons : {&report.left_out, &report.not_borne}) {
        for (auto const &[reason, count] : *reasons) {
            fmt::print(err, "{}: not in it: {} x {}\n", file, count, reason);
        }
    }
}

/// The user pressed Ctrl+C.
struct ExportStopped
{};

Exit export_file(ExportOptions const &options, std::ostream &out, std::ostream &err)
{
    StopSignal const stop;
    Report line{options.output.filename().string(), options.report, out};
    auto const show = [&](double share) {
        if (StopSignal::wanted()) {
            throw ExportStopped{};
        }
        line.show(share);
    };
    auto const loaded = geo::load_with_guests(options.atlas, options.guests, [&](double share) { show(share / 2); });
    if (print_errors(loaded.problems, err)) {
        return Exit::data_errors;
    }
    geo::ExportChoice choice;
    try {
        choice = choice_of(options, *loaded.atlas);
    } catch (WrongWord const &wrong) {
        err << "marshrut: " << wrong.what() << '\n';
        return Exit::wrong_usage;
    }
    print_dropped(*loaded.atlas, err);
    geo::ExportReport report;
    write_atomically(options.output, [&](std::filesystem::path const &file) {
        report = geo::export_atlas(*loaded.atlas, choice, options.format, file,
                                   [&](double share) { show(0.5 + share / 2); });
        show(1);
    });
    print_report(report, options.output.string(), out, err);
    return Exit::done;
}

} // namespace

Exit run_export(ExportOptions const &options, std::ostream &out, std::ostream &err)
{
    try {
        return export_file(options, out, err);
    } catch (ExportStopped const &) {
        err << "marshrut: export: stopped; nothing was written\n";
        return Exit::stopped;
    }
}

} // namespace app
