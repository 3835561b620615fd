#pragma once

namespace app {

/**
 * Sees to a display to draw on: the user's where there is one, else an Xvfb of our own, which DISPLAY then names and
 * which ends with this process (SFML keeps its connection until then). Call it before anything of SFML, which aborts
 * the process where no display can be opened.
 * \throws NoDisplay if there is none and no Xvfb can be started
 * \return true if the display is private
 */
bool ensure_display();

/// True if the display that DISPLAY names can be opened.
[[nodiscard]] bool user_has_display();

} // namespace app
