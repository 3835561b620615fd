#pragma once

#include <SFML/Window/Cursor.hpp>

#include <array>
#include <memory>

namespace app {

/// The pointer's shapes, in the order of ImGuiMouseCursor. They must outlive every window that shows one.
class Cursors
{
public:
    Cursors();
    /// The shape of that number; null if the system lacks it.
    [[nodiscard]] sf::Cursor const *find(int number) const;

private:
    std::array<std::unique_ptr<sf::Cursor>, 9> m_shapes;
};

} // namespace app
