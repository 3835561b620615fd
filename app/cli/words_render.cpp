#include "app/cli/words.hpp"
#include "app/vector/page.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace app {

Meaning declare_render(CLI::App &command)
{
    struct Words
    {
        std::string at, output, size, language, style, bbox, layers, view;
    };
    auto const words = std::make_shared<Words>();
    auto const inputs = add_inputs(command);
    command.add_option("--at", words->at, "Date to show, such as 1920-04-27T12:00");
    command.add_option("--view", words->view, "Show the view of a code that was copied from the viewer");
    command.add_option("-o,--output", words->output, "File to write (.png, .svg or .pdf)")->required();
    command.add_option("--size", words->size,
                       "Size in pixels, such as 1920x1080, or paper: A3, A4-portrait (a .pdf is A3 if not said)");
    command.add_option("--lang", words->language, "Language: en, az, ru");
    command.add_option("--style", words->style, "Style of the map");
    command.add_option("--bbox", words->bbox, "Extent west,south,east,north in degrees");
    command.add_option("--layers", words->layers, "Only these layers, separated by commas");
    return [=]() -> Command {
        RenderOptions options;
        options.atlas = atlas_of(*inputs);
        options.guests = guests_of(*inputs);
        options.output = words->output;
        options.view = words->view;
        if (!words->at.empty()) {
            options.at = instant_of(words->at);
        } else if (words->view.empty()) {
            throw CLI::ValidationError{"--at", "say which date to show, or give the code of a view with --view"};
        }
        options.language = words->language;
        options.layers = layers_of(words->layers);
        auto const ending = options.output.extension();
        if (ending != ".png" && ending != ".svg" && ending != ".pdf") {
            throw CLI::ValidationError{"-o", fmt::format("'{}' does not end in .png, .svg or .pdf", words->output)};
        }
        auto const size = words->size.empty() && ending == ".pdf" ? "A3" : words->size;
        if (auto const paper = paper_size(size)) {
            options.size = {paper->width, paper->height};
        } else if (!size.empty()) {
            options.size = size_of(size);
        }
        if (!words->style.empty()) {
            options.style = words->style;
        }
        if (!words->bbox.empty()) {
            options.extent = box_of(words->bbox);
        }
        return options;
    };
}

} // namespace app
