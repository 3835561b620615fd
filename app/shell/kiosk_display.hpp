#pragma once

#include "app/kiosk/settings.hpp"
#include "app/state/viewer_state.hpp"
#include "app/shell/kiosk_content.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

struct KioskDisplayOptions
{
    KioskContent content;
    KioskSettings settings;
    std::filesystem::path state;      ///< folder of the log (kiosk.log), the counts and the operator's tries
    int pulse = -1;                   ///< for Pulse; -1: nobody listens
    std::optional<Viewport> windowed; ///< empty: over all screens, locked
    /// Asked a few times a second while no visitor is there, and only then: content to be shown from now on, already
    /// loaded; none: nothing new.
    std::function<std::optional<KioskContent>()> newer;
};

/**
 * The exhibition's display, until the operator ends it. The first heartbeat follows the first whole frame.
 * \return the exit code of the process: 0 when the operator quits, exit_restart when they want it anew
 * \throws std::runtime_error with one line where it cannot go on; the supervisor then starts another
 */
int run_kiosk_display(KioskDisplayOptions options);

} // namespace app
