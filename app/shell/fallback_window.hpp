#pragma once

#include "app/kiosk/settings.hpp"
#include "app/state/viewer_state.hpp"

#include <optional>

namespace app {

/**
 * Shows the fallback page on every screen until the process is told to end. It draws by Xlib and Cairo alone, so that
 * it stands where OpenGL, the atlas or the display's program is what fails.
 * \param windowed a plain window of that size instead
 * \return exit_no_display where there is no X server (any more)
 */
int show_fallback(KioskSettings const &settings, std::optional<Viewport> const &windowed);

/// From now on a lost connection to the X server ends the process with exit_no_display, so that the supervisor knows.
void end_with_the_display();

} // namespace app
