#pragma once

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Graphics/Texture.hpp>

namespace app {

/// What a window shows, read back from the graphics.
[[nodiscard]] sf::Texture picture_of(sf::RenderWindow &window);

/// Shows a picture as large as the window as one textured opaque quad: the floor that frame times are compared with.
void show_floor(sf::Texture const &picture, sf::RenderWindow &window);

} // namespace app
