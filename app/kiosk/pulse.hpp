#pragma once

#include "app/kiosk/supervision.hpp"

#include <optional>

namespace app {

/// The file descriptor on which a child of the supervisor gives its signs of life.
inline constexpr int pulse_handle = 3;

/// The display's heartbeat: one letter a second to its supervisor. Call it with each frame; it never blocks.
class Pulse
{
public:
    /// \param handle -1: nobody listens
    explicit Pulse(int handle) : m_handle{handle} {}

    /// \param visitor whether somebody is before the display: it is not restarted for the night then
    void beat(Monotonic now, bool visitor);

private:
    int m_handle;
    std::optional<Monotonic> m_last;
};

} // namespace app
