#include "app/shell/cursors.hpp"

namespace app {

Cursors::Cursors()
{
    constexpr std::array types{sf::Cursor::Arrow,
                               sf::Cursor::Text,
                               sf::Cursor::SizeAll,
                               sf::Cursor::SizeVertical,
                               sf::Cursor::SizeHorizontal,
                               sf::Cursor::SizeBottomLeftTopRight,
                               sf::Cursor::SizeTopLeftBottomRight,
                               sf::Cursor::Hand,
                               sf::Cursor::NotAllowed};
    for (std::size_t i = 0; i < types.size(); ++i) {
        auto shape = std::make_unique<sf::Cursor>();
        if (shape->loadFromSystem(types[i]) ||
            shape->loadFromSystem(sf::Cursor::SizeAll)) { // X11 has no diagonal arrows
            m_shapes[i] = std::move(shape);
        }
    }
}

sf::Cursor const *Cursors::find(int number) const
{
    return number >= 0 && static_cast<std::size_t>(number) < m_shapes.size()
               ? m_shapes[static_cast<std::size_t>(number)].get()
               : nullptr;
}

} // namespace app
