#include "app/shell/kiosk_display.hpp"

#include "app/kiosk/log_file.hpp"
#include "app/kiosk/pulse.hpp"
#include "app/shell/kiosk_view.hpp"
#include "app/shell/quiet_sfml.hpp"

#include <fmt/format.h>

#include <chrono>

namespace app {

int run_kiosk_display(KioskDisplayOptions options)
{
    constexpr std::chrono::milliseconds ask_every{300};
    QuietSfml const quiet;
    LogFile log{options.state / kiosk_log, "display"};
    KioskView view{options, log};
    options.content = {}; // the view has it, and lets it go when there is something newer
    Pulse pulse{options.pulse};
    auto asked = Monotonic::clock::now();
    while (!view.exit_code()) {
        view.step();
        auto const now = Monotonic::clock::now();
        pulse.beat(now, view.has_visitor());
        if (options.newer && !view.has_visitor() && now - asked >= ask_every) {
            asked = now;
            if (auto newer = options.newer()) {
                log.write(fmt::format("shows {} from now on", newer->origin));
                view.show(std::move(*newer));
            }
        }
    }
    return *view.exit_code();
}

} // namespace app
