#include "app/shell/frame_folder.hpp"

#include <SFML/Graphics/Image.hpp>
#include <fmt/format.h>

#include <stdexcept>
#include <vector>

namespace app {

FrameFolder::FrameFolder(std::filesystem::path folder, unsigned width, unsigned height)
: m_folder{std::move(folder)}, m_width{width}, m_height{height}
{}

void FrameFolder::add(FramePixels pixels)
{
    std::vector<std::uint8_t> opaque{pixels.begin(), pixels.end()};
    for (std::size_t i = 3; i < opaque.size(); i += 4) {
        opaque[i] = 255;
    }
    sf::Image picture;
    picture.create(m_width, m_height, opaque.data());
    picture.flipVertically();
    auto const file = m_folder / fmt::format("frame-{:05}.png", ++m_count);
    if (!picture.saveToFile(file.string())) {
        throw std::runtime_error{file.string() + ": the picture could not be written"};
    }
}

} // namespace app
