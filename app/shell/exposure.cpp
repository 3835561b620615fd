#include "app/shell/exposure.hpp"

#include <X11/Xlib.h>

namespace app {

struct Exposure::Connection
{
    Display *display = XOpenDisplay(nullptr);

    Connection() = default;
    ~Connection()
    {
        if (display != nullptr) {
            XCloseDisplay(display);
        }
    }
    Connection(Connection const &) = delete;
    Connection &operator=(Connection const &) = delete;
};

Exposure::Exposure(sf::WindowHandle window) : m_connection{std::make_unique<Connection>()}
{
    if (m_connection->display != nullptr) {
        XSelectInput(m_connection->display, window, ExposureMask);
        XFlush(m_connection->display);
    }
}

Exposure::~Exposure() = default;

bool Exposure::take()
{
    bool lost = false;
    auto *const display = m_connection->display;
    while (display != nullptr && XPending(display) > 0) {
        XEvent event;
        XNextEvent(display, &event);
        lost = lost || event.type == Expose;
    }
    return lost;
}

} // namespace app
