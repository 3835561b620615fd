#include "app/shell/window_picture.hpp"

#include <SFML/Graphics/Sprite.hpp>

namespace app {

sf::Texture picture_of(sf::RenderWindow &window)
{
    window.setActive(true); // else it would be read from what was last painted beside
    auto const size = window.getSize();
    sf::Texture picture;
    if (picture.create(size.x, size.y)) {
        picture.update(window);
    }
    return picture;
}

void show_floor(sf::Texture const &picture, sf::RenderWindow &window)
{
    sf::Vector2f const size{picture.getSize()};
    window.setView(sf::View{{0, 0, size.x, size.y}});
    window.draw(sf::Sprite{picture}, sf::RenderStates{sf::BlendNone});
    window.display();
}

} // namespace app
