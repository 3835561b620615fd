#include "app/cli/words.hpp"
#include "app/vector/page.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace app {

Meaning declare_render(CLI::App &command)
{
    struct Words
    {
        std::string at, output;
        bool world_file = false;
    };
    auto const words = std::make_shared<Words>();
    auto const inputs = add_inputs(command);
    auto const picture = add_picture(command);
    command.add_option("--at", words->at, "Date to show, such as 1920-04-27T12:00");
    command.add_option("-o,--output", words->output, "File to write (.png, .svg or .pdf)")->required();
    command.add_flag("--world-file", words->world_file,
                     "Beside a .png write where on earth it lies: a world file (.pgw) and its projection (.prj)");
    return [=]() -> Command {
        RenderOptions options;
        set_picture(options, *inputs, *picture);
        options.output = words->output;
        options.world_file = words->world_file;
        if (!words->at.empty()) {
            options.at = instant_of(words->at);
        } else if (picture->view.empty()) {
            throw CLI::ValidationError{"--at", "say which date to show, or give the code of a view with --view"};
        }
        auto const ending = options.output.extension();
        if (ending != ".png" && ending != ".svg" && ending != ".pdf") {
            throw CLI::ValidationError{"-o", fmt::format("'{}' does not end in .png, .svg or .pdf", words->output)};
        }
        if (options.world_file && ending != ".png") {
            throw CLI::ValidationError{"--world-file", "only a .png has one; a .pdf says itself where it lies"};
        }
        auto const size = picture->size.empty() && ending == ".pdf" ? "A3" : picture->size;
        if (auto const paper = paper_size(size)) {
            options.size = {paper->width, paper->height};
        } else if (!size.empty()) {
            options.size = size_of(size);
        }
        return options;
    };
}

} // namespace app
