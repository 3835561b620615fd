#include "app/core/atomic_file.hpp"
#include "app/paint/painter.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderTexture.hpp>

#include <stdexcept>

namespace app {

void save_png(Painter &painter, std::vector<Scene const *> const &scenes, std::filesystem::path const &file)
{
    if (scenes.empty()) {
        return;
    }
    sf::RenderTexture target;
    if (!target.create(static_cast<unsigned>(scenes.front()->width), static_cast<unsigned>(scenes.front()->height))) {
        throw std::runtime_error{
            "this computer's graphics cannot draw a picture of that size; choose a smaller --size"};
    }
    bool first = true;
    for (auto const *const scene : scenes) {
        painter.draw(painter.prepare(*scene), target, first);
        first = false;
    }
    target.display();
    auto const picture = target.getTexture().copyToImage();
    write_atomically(file, [&](std::filesystem::path const &temporary) {
        if (!picture.saveToFile(temporary.string())) {
            throw std::runtime_error{file.string() + ": the picture could not be written"};
        }
    });
}

} // namespace app
