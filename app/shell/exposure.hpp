#pragma once

#include <SFML/Window/WindowHandle.hpp>

#include <memory>

namespace app {

/**
 * Hears when the X server has lost pixels of a window (it was covered, or taken away), which SFML does not tell. Has a
 * connection of its own; without an X server it never hears anything.
 */
class Exposure
{
public:
    explicit Exposure(sf::WindowHandle window);
    ~Exposure();
    Exposure(Exposure const &) = delete;
    Exposure &operator=(Exposure const &) = delete;

    /// Whether pixels were lost since the last call.
    [[nodiscard]] bool take();

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};

} // namespace app
