#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace app {

Meaning declare_export(CLI::App &command)
{
    struct Words
    {
        std::string output, format, from, to, bbox, layers, language, view;
        bool report = false;
    };
    auto const words = std::make_shared<Words>();
    auto const inputs = add_inputs(command);
    command.add_option("-o,--output", words->output, "File to write (.gpkg, .geojson, .kml, .gpx, .csv or .czml)")
        ->required();
    command.add_option("-f,--format", words->format, "Format, where the file's ending does not say it")
        ->check(CLI::IsMember({"gpkg", "geojson", "kml", "gpx", "csv", "czml"}));
    command.add_option("--from", words->from, "Only what exists from this date on; tracks are cut to it");
    command.add_option("--to", words->to, "… and before this date");
    command.add_option("--bbox", words->bbox, "Only what reaches into west,south,east,north (degrees)");
    command.add_option("--layers", words->layers,
                       "Only these, separated by commas: places, events, units, regions, borders, fronts …");
    command.add_option("--view", words->view, "Only what the view of a code shows: its extent and its layers");
    command.add_option("--lang", words->language, "Language of names and texts: en, az, ru");
    command.add_flag("--report", words->report, "Print the progress in lines, for another program");
    return [=]() -> Command {
        ExportOptions options;
        options.report = words->report;
        options.atlas = atlas_of(*inputs);
        options.guests = guests_of(*inputs);
        options.output = words->output;
        auto const ending = options.output.extension().string();
        auto const format = geo::export_format(words->format.empty() ? ending : words->format);
        if (!format) {
            throw CLI::ValidationError{
                "-o", fmt::format("'{}' does not end in .gpkg, .geojson, .kml, .gpx, .csv or .czml; say the format "
                                  "with -f",
                                  words->output)};
        }
        options.format = *format;
        if (!words->from.empty()) {
            options.from = instant_of(words->from, "--from");
        }
        if (!words->to.empty()) {
            options.to = instant_of(words->to, "--to");
        }
        if (options.from && options.to && *options.from >= *options.to) {
            throw CLI::ValidationError{"--to", fmt::format("'{}' does not lie after --from", words->to)};
        }
        if (!words->bbox.empty()) {
            options.extent = box_of(words->bbox);
        }
        options.layers = layers_of(words->layers);
        options.language = words->language;
        options.view = words->view;
        return options;
    };
}

} // namespace app
