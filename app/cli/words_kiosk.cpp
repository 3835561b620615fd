#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

#include <map>

namespace app {
namespace {

std::map<std::string, KioskRole> const roles{{"display", KioskRole::display},
                                             {"fallback", KioskRole::fallback},
                                             {"examiner", KioskRole::examiner}};

} // namespace

Meaning declare_kiosk(CLI::App &command)
{
    auto const words = std::make_shared<KioskOptions>();
    struct Texts
    {
        std::string atlas, settings, state, windowed;
    };
    auto const texts = std::make_shared<Texts>();
    command.add_option("atlas", texts->atlas,
                       "Atlas: a folder, a .gpkg or \"PG:…\"; without it that of the settings, else the bundled one");
    command.add_option("--settings", texts->settings,
                       "File of settings; without it /etc/marshrut/kiosk.json, else ~/.config/marshrut/kiosk.json");
    command.add_option("--state", texts->state, "Folder of the log, the counts and the copies of good atlases");
    command.add_option("--windowed", texts->windowed, "In a window of this size, such as 1080x1920, for a trial");
    command.add_flag("--set-code", words->set_code,
                     "Ask for the operator's code, write its hash into the settings, and end");
    // How the supervisor starts its own children: nothing for users.
    command.add_option("--child", words->role)->transform(CLI::CheckedTransformer{roles})->group("");
    command.add_option("--failures", words->failures)->group("");
    return [=]() -> Command {
        auto options = *words;
        options.atlas = texts->atlas;
        options.settings = texts->settings;
        options.state = texts->state;
        if (!texts->windowed.empty()) {
            options.windowed = size_of(texts->windowed, "--windowed");
        }
        return options;
    };
}

} // namespace app
