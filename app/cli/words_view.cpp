#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

namespace app {

Meaning declare_view(CLI::App &command)
{
    struct Words
    {
        std::string language, style, at, size, view;
        bool fullscreen = false;
    };
    auto const words = std::make_shared<Words>();
    auto const inputs = add_inputs(command);
    command.add_option("--lang", words->language, "Language of map and interface: en, az, ru");
    command.add_option("--style", words->style, "Style of the map");
    command.add_option("--at", words->at, "Open at this date, such as 1920-04-27T14:15");
    command.add_option("--size", words->size, "Size of the window, such as 1600x900");
    command.add_option("--view", words->view, "Open the view of a code that was copied from the viewer");
    command.add_flag("--fullscreen", words->fullscreen, "Fill the screen");
    return [=]() -> Command {
        ViewOptions options;
        options.atlas = atlas_of(*inputs);
        options.guests = guests_of(*inputs);
        options.language = words->language;
        options.style = words->style;
        options.fullscreen = words->fullscreen;
        options.view = words->view;
        if (!words->size.empty()) {
            options.size = size_of(words->size);
        }
        if (!words->at.empty()) {
            options.at = instant_of(words->at);
        }
        return options;
    };
}

} // namespace app
