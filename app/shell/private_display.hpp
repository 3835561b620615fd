#pragma once

#include <sys/types.h>

namespace app {

/**
 * A display to draw on: the user's where there is one, else an Xvfb of our own that ends with this object (or with
 * the process). Make it before anything of SFML, which aborts the process where no display can be opened.
 */
class PrivateDisplay
{
public:
    /// \throws NoDisplay if there is none and no Xvfb can be started
    PrivateDisplay();
    ~PrivateDisplay();
    PrivateDisplay(PrivateDisplay const &) = delete;
    PrivateDisplay &operator=(PrivateDisplay const &) = delete;

    [[nodiscard]] bool is_private() const { return m_server > 0; }

private:
    pid_t m_server = -1;
};

/// True if the display that DISPLAY names can be opened.
[[nodiscard]] bool user_has_display();

} // namespace app
