#pragma once

#include "app/scene/scene.hpp"
#include "app/state/viewer_state.hpp"

#include <string>

namespace test {

/// A device of an X server's driver "inputtest": fingers and a mouse of glass and plastic that are not there.
class InputDevice
{
public:
    /// \param socket of the device; \param screen pixels that its axes span
    /// \throws std::runtime_error if the server does not answer
    InputDevice(std::string const &socket, app::Viewport screen);
    ~InputDevice();
    InputDevice(InputDevice const &) = delete;
    InputDevice &operator=(InputDevice const &) = delete;

    void begin(unsigned finger, app::ScreenPoint at);
    void move(unsigned finger, app::ScreenPoint at);
    void end(unsigned finger, app::ScreenPoint at);
    void mouse_to(app::ScreenPoint at);
    void mouse_button(bool down);

private:
    void touch(unsigned finger, unsigned type, app::ScreenPoint at);
    template <typename Message>
    void send(Message &message, int type);
    /// Waits until the server has seen to all that was sent.
    void sync();

    int m_socket = -1;
    app::Viewport m_screen;
};

} // namespace test
