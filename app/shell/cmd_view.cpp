#include "app/core/heap.hpp"
#include "app/core/paths.hpp"
#include "app/core/user_files.hpp"
#include "app/shell/commands.hpp"
#include "app/shell/monitor_scale.hpp"
#include "app/shell/opening_window.hpp"
#include "app/shell/private_display.hpp"
#include "app/shell/quiet_sfml.hpp"
#include "app/shell/scan_files.hpp"
#include "app/shell/session.hpp"
#include "app/shell/viewer.hpp"
#include "app/shell/waiting_window.hpp"
#include "app/state/reduce.hpp"
#include "app/state/settings.hpp"
#include "app/state/view_code.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <utility>
#include <vector>

namespace app {
namespace {

/// Takes the scans out of what is to be opened. A scan named first lies over the bundled atlas.
std::vector<std::filesystem::path> take_scans(ViewOptions &options)
{
    std::vector<std::filesystem::path> scans;
    auto &guests = options.guests.files;
    auto const found = std::ranges::stable_partition(guests, [](auto const &file) { return !is_scan(file); });
    if (is_scan(options.atlas)) {
        scans.push_back(std::exchange(options.atlas, bundled_atlas()));
    }
    scans.insert(scans.end(), found.begin(), found.end());
    guests.erase(found.begin(), found.end());
    return scans;
}

} // namespace

Exit run_view(ViewOptions const &wished, std::ostream &err)
{
    auto options = wished;
    auto const scans = take_scans(options);
    options.guests.in_parts = true;
    if (!user_has_display()) {
        err << "marshrut: view: there is no display to open a window on; start it from a desktop, or use 'marshrut "
               "render' for a picture\n";
        return Exit::no_display;
    }
    take_memory_in_large_pieces();
    QuietSfml const quiet;
    ComingSession coming{options.atlas, options.guests};
    auto const file = config_dir().empty() ? std::filesystem::path{} : config_dir() / "settings.json";
    auto const [kept, notice] = read_settings(file);
    float const monitor = monitor_scale();
    auto const wished_scale = kept.scale.value_or(monitor);
    OpeningWindow opening{options.size.value_or(kept.window), options.fullscreen, wished_scale, kept.theme};
    auto const session = coming.wait(*opening.window);
    if (!session) {
        return Exit::stopped;
    }
    Surroundings const in{*session->atlas, session->projection};
    auto state =
        with_settings(opening_state(in, options.size.value_or(kept.window)), sound(kept, *session->atlas), monitor);
    if (!options.view.empty()) {
        auto result = apply_view_code(std::move(state), options.view, in);
        if (auto const *const fault = std::get_if<std::string>(&result)) {
            err << "marshrut: --view: " << *fault << '\n';
            return Exit::wrong_usage;
        }
        state = std::get<ViewerState>(std::move(result));
    }
    if (!options.language.empty()) {
        state = reduce(state, SetLanguage{options.language}, in);
    }
    if (!options.style.empty()) {
        state.style = options.style;
    }
    state.panels.set(Panel::files, !session->atlas->guests.empty());
    if (options.at) {
        state = reduce(state, SetInstant{*options.at}, in);
    }
    Viewer viewer{session, std::move(state), options.fullscreen, std::move(opening)};
    viewer.keep_settings(file, notice);
    for (auto const &scan : scans) {
        viewer.open_scan(scan);
    }
    viewer.run();
    return Exit::done;
}

} // namespace app
