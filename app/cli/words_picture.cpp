#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

namespace app {

std::shared_ptr<PictureWords> add_picture(CLI::App &command)
{
    auto words = std::make_shared<PictureWords>();
    command.add_option("--view", words->view, "Show the view of a code that was copied from the viewer");
    command.add_option("--size", words->size,
                       "Size in pixels, such as 1920x1080; of one picture also paper: A3, A4-portrait (a .pdf is A3 "
                       "if not said)");
    command.add_option("--lang", words->language, "Language: en, az, ru");
    command.add_option("--style", words->style, "Style of the map");
    command.add_option("--bbox", words->bbox, "Extent west,south,east,north in degrees");
    command.add_option("--layers", words->layers, "Only these layers, separated by commas");
    return words;
}

void set_picture(PictureWish &wish, Inputs const &inputs, PictureWords const &words)
{
    wish.atlas = atlas_of(inputs);
    wish.guests = guests_of(inputs);
    wish.view = words.view;
    wish.language = words.language;
    wish.style = words.style;
    wish.layers = layers_of(words.layers);
    if (!words.bbox.empty()) {
        wish.extent = box_of(words.bbox);
    }
}

} // namespace app
