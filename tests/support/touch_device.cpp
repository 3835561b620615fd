#include "support/touch_device.hpp"

#include <xorg/xf86-input-inputtest-protocol.h>

#include <cstring>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace test {
namespace {

constexpr double axis = 65535; ///< what the driver's absolute axes reach to
constexpr unsigned touch_begin = 18; ///< as XI_TouchBegin, whose header makes names of words
constexpr unsigned touch_update = 19;
constexpr unsigned touch_end = 20;

void point(xf86ITValuatorData &data, app::ScreenPoint at, app::Viewport screen)
{
    data.mask[0] = 3; // x and y
    data.valuators[0] = static_cast<double>(at.x) / screen.width * axis;
    data.valuators[1] = static_cast<double>(at.y) / screen.height * axis;
}

} // namespace

InputDevice::InputDevice(std::string const &socket, app::Viewport screen)
: m_socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)}, m_screen{screen}
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket.copy(address.sun_path, sizeof address.sun_path - 1);
    if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        throw std::runtime_error{socket + ": the X server's device does not answer: " + std::strerror(errno)};
    }
    xf86ITEventClientVersion version{};
    version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
    version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
    send(version, XF86IT_EVENT_CLIENT_VERSION);
    xf86ITResponseServerVersion answer{};
    if (::recv(m_socket, &answer, sizeof answer, MSG_WAITALL) != sizeof answer) {
        throw std::runtime_error{socket + ": the X server's device speaks another protocol"};
    }
}

InputDevice::~InputDevice()
{
    ::close(m_socket);
}

template <typename Message>
void InputDevice::send(Message &message, int type)
{
    message.header.length = sizeof message;
    message.header.type = static_cast<xf86ITEventType>(type);
    if (::send(m_socket, &message, sizeof message, MSG_NOSIGNAL) != sizeof message) {
        throw std::runtime_error{"the X server's device is gone"};
    }
}

void InputDevice::sync()
{
    xf86ITEventWaitForSync wait{};
    send(wait, XF86IT_EVENT_WAIT_FOR_SYNC);
    xf86ITResponseSyncFinished answer{};
    if (::recv(m_socket, &answer, sizeof answer, MSG_WAITALL) != sizeof answer) {
        throw std::runtime_error{"the X server's device fell silent"};
    }
}

void InputDevice::touch(unsigned finger, unsigned type, app::ScreenPoint at)
{
    xf86ITEventTouch event{};
    event.touchid = finger;
    event.touch_type = type;
    point(event.valuators, at, m_screen);
    send(event, XF86IT_EVENT_TOUCH);
    sync();
}

void InputDevice::begin(unsigned finger, app::ScreenPoint at)
{
    touch(finger, touch_begin, at);
}

void InputDevice::move(unsigned finger, app::ScreenPoint at)
{
    touch(finger, touch_update, at);
}

void InputDevice::end(unsigned finger, app::ScreenPoint at)
{
    touch(finger, touch_end, at);
}

void InputDevice::mouse_to(app::ScreenPoint at)
{
    xf86ITEventMotion event{};
    event.is_absolute = 1;
    point(event.valuators, at, m_screen);
    send(event, XF86IT_EVENT_MOTION);
    sync();
}

void InputDevice::mouse_button(bool down)
{
    xf86ITEventButton event{};
    event.button = 1;
    event.is_press = down ? 1 : 0;
    send(event, XF86IT_EVENT_BUTTON);
    sync();
}

} // namespace test
