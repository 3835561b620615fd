#pragma once

#include "app/kiosk/gestures.hpp"

#include <SFML/Window/WindowHandle.hpp>

#include <memory>
#include <vector>

namespace app {

/**
 * Fingers on a window by XInput 2.2, which SFML on X11 does not know; the mouse counts as one more finger. Each finger
 * is told once: what the server makes of the first one for programs that know only a pointer is left out. While it
 * reads, the window's own mouse events fall silent. Where the server has no XInput 2.2 it reads nothing, and the
 * window's pointer has to do.
 */
class TouchReader
{
public:
    explicit TouchReader(sf::WindowHandle window);
    ~TouchReader();
    TouchReader(TouchReader const &) = delete;
    TouchReader &operator=(TouchReader const &) = delete;

    [[nodiscard]] bool reads() const { return m_connection != nullptr; }
    /// What fingers did since the last call, in order; pixels of the window.
    [[nodiscard]] std::vector<Touch> take();

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection; ///< of its own, as SFML keeps the events of its own to itself
};

/// The number of the finger that the mouse is.
inline constexpr int mouse_finger = -1;
/// Seconds of a clock that does not jump: the time of touches.
[[nodiscard]] double touch_clock();

} // namespace app
