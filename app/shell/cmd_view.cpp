#include "app/shell/commands.hpp"
#include "app/shell/private_display.hpp"
#include "app/shell/quiet_sfml.hpp"
#include "app/shell/session.hpp"
#include "app/shell/viewer.hpp"
#include "app/state/reduce.hpp"

#include <ostream>

namespace app {

Exit run_view(ViewOptions const &options, std::ostream &err)
{
    if (!user_has_display()) {
        err << "marshrut: view: there is no display to open a window on; start it from a desktop, or use 'marshrut "
               "render' for a picture\n";
        return Exit::no_display;
    }
    QuietSfml const quiet;
    auto const session = open_session(options.atlas, options.guests);
    auto state = opening_state({*session->atlas, session->projection}, options.size);
    if (!options.language.empty()) {
        state = reduce(state, SetLanguage{options.language}, {*session->atlas, session->projection});
    }
    if (!options.style.empty()) {
        state.style = options.style;
    }
    if (options.at) {
        state = reduce(state, SetInstant{*options.at}, {*session->atlas, session->projection});
    }
    Viewer{session, std::move(state), options.fullscreen}.run();
    return Exit::done;
}

} // namespace app
