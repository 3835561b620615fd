#include "app/shell/touch_reader.hpp"

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include <array>
#include <chrono>
#include <optional>

namespace app {

struct TouchReader::Connection
{
    Display *display = XOpenDisplay(nullptr);
    int opcode = 0;
    bool mouse_down = false;

    Connection() = default;
    ~Connection()
    {
        if (display != nullptr) {
            XCloseDisplay(display);
        }
    }
    Connection(Connection const &) = delete;
    Connection &operator=(Connection const &) = delete;

    [[nodiscard]] bool has_touch()
    {
        int event = 0;
        int error = 0;
        int major = 2;
        int minor = 2;
        return display != nullptr && XQueryExtension(display, "XInputExtension", &opcode, &event, &error) != 0 &&
               XIQueryVersion(display, &major, &minor) == Success && (major > 2 || (major == 2 && minor >= 2));
    }

    /// Without a grab: the window lies over all others, so that nobody else is asked first.
    void select(sf::WindowHandle window) const
    {
        std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
        for (int const type :
             {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd, XI_ButtonPress, XI_ButtonRelease, XI_Motion}) {
            XISetMask(bits.data(), type);
        }
        XIEventMask mask{XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()};
        XISelectEvents(display, window, &mask, 1);
        XFlush(display);
    }

    [[nodiscard]] std::optional<Touch> touch_of(XIDeviceEvent const &event)
    {
        Touch touch{Touch::Phase::move,
                    event.detail,
                    {static_cast<float>(event.event_x), static_cast<float>(event.event_y)},
                    touch_clock()};
        switch (event.evtype) {
        case XI_TouchBegin:
            touch.phase = Touch::Phase::begin;
            return touch;
        case XI_TouchUpdate:
            return touch;
        case XI_TouchEnd:
            touch.phase = Touch::Phase::end;
            return touch;
        default:
            return mouse(event, touch);
        }
    }

    /// The left button of a real mouse is a finger.
    [[nodiscard]] std::optional<Touch> mouse(XIDeviceEvent const &event, Touch touch)
    {
        touch.finger = mouse_finger;
        if ((event.flags & XIPointerEmulated) != 0) {
            return std::nullopt;
        }
        if (event.evtype == XI_Motion) {
            return mouse_down ? std::optional{touch} : std::nullopt;
        }
        if (event.detail != 1) {
            return std::nullopt;
        }
        mouse_down = event.evtype == XI_ButtonPress;
        touch.phase = mouse_down ? Touch::Phase::begin : Touch::Phase::end;
        return touch;
    }
};

double touch_clock()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

TouchReader::TouchReader(sf::WindowHandle window) : m_connection{std::make_unique<Connection>()}
{
    if (m_connection->has_touch()) {
        m_connection->select(window);
    } else {
        m_connection.reset();
    }
}

TouchReader::~TouchReader() = default;

std::vector<Touch> TouchReader::take()
{
    std::vector<Touch> touches;
    while (m_connection && XPending(m_connection->display) > 0) {
        XEvent event;
        XNextEvent(m_connection->display, &event);
        if (event.type != GenericEvent || event.xcookie.extension != m_connection->opcode ||
            XGetEventData(m_connection->display, &event.xcookie) == 0) {
            continue;
        }
        if (auto const touch = m_connection->touch_of(*static_cast<XIDeviceEvent const *>(event.xcookie.data))) {
            touches.push_back(*touch);
        }
        XFreeEventData(m_connection->display, &event.xcookie);
    }
    return touches;
}

} // namespace app
