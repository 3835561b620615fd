#include "app/cli/prepare_atlas.hpp"
#include "app/core/heap.hpp"
#include "app/kiosk/set_code.hpp"
#include "app/kiosk/pulse.hpp"
#include "app/kiosk/supervisor.hpp"
#include "app/shell/atlas_keeper.hpp"
#include "app/shell/commands.hpp"
#include "app/shell/fallback_window.hpp"
#include "app/shell/kiosk_display.hpp"
#include "app/shell/private_display.hpp"

#include "geo/store/location.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <ostream>
#include <sys/file.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace app {
namespace {

namespace fs = std::filesystem;

/// Settings and folders of one process of the kiosk.
struct Installation
{
    fs::path state;
    SettingsResult settings;

    explicit Installation(KioskOptions const &options)
    : state{state_folder(options.state)},
      settings{load_settings(options.settings.empty() ? default_settings_file() : options.settings, state)}
    {
        if (!options.atlas.empty()) {
            settings.settings.atlas = options.atlas;
        }
    }
    [[nodiscard]] KioskSettings const &values() const { return settings.settings; }
};

SupervisionRules rules_of(KioskSettings const &settings)
{
    SupervisionRules rules;
    rules.memory_limit_kib = settings.memory_limit_mib * 1024L;
    rules.nightly_hour = settings.nightly_hour;
    return rules;
}

WatchRules watch_of(KioskSettings const &settings)
{
    WatchRules rules;
    rules.atlas = settings.atlas;
    rules.updates = settings.updates;
    rules.server = std::chrono::minutes{settings.postgis_minutes};
    return rules;
}

/// The words by which the kiosk starts itself in another role.
class OwnCommand
{
public:
    OwnCommand(KioskOptions const &options, fs::path const &state)
    : m_program{fs::read_symlink("/proc/self/exe").string()}, m_options{options}, m_state{state}
    {}

    [[nodiscard]] std::vector<std::string> words(char const *role, std::string const &atlas) const
    {
        std::vector<std::string> all{m_program, "kiosk"};
        if (!atlas.empty()) {
            all.push_back(atlas);
        }
        all.insert(all.end(), {"--child", role, "--state", m_state.string()});
        if (!m_options.settings.empty()) {
            all.insert(all.end(), {"--settings", fs::absolute(m_options.settings).string()});
        }
        if (m_options.windowed) {
            all.insert(all.end(),
                       {"--windowed", fmt::format("{}x{}", m_options.windowed->width, m_options.windowed->height)});
        }
        return all;
    }
    [[nodiscard]] std::vector<std::string> page(ChildPage page, int failures) const
    {
        auto all = words(page == ChildPage::display ? "display" : "fallback", m_options.atlas);
        all.insert(all.end(), {"--failures", std::to_string(failures)});
        return all;
    }

private:
    std::string m_program; ///< as it was at the start: an upgrade may put another in its place
    KioskOptions m_options;
    fs::path m_state;
};

/// Two kiosks on one folder would fight for the screen. Where the folder cannot be locked (a disk that is full or may
/// not be written) the kiosk runs all the same.
bool is_the_only_one(fs::path const &state)
{
    int const handle = open((state / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640); // held until we end
    return handle < 0 || flock(handle, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

Exit supervise(KioskOptions const &options, std::ostream &err)
{
    if (std::getenv("DISPLAY") == nullptr) {
        err << "marshrut: kiosk: there is no display (DISPLAY is not set); start it from an X session, or as the "
               "service marshrut-kiosk\n";
        return Exit::no_display;
    }
    Installation const here{options};
    if (!is_the_only_one(here.state)) {
        err << fmt::format("marshrut: kiosk: another one runs already and keeps its state in {}; end it first, or name "
                           "another folder with --state\n",
                           here.state.string());
        return Exit::input_output;
    }
    LogFile log{here.state / kiosk_log, "supervisor"};
    log.write("the kiosk starts");
    if (!here.settings.problem.empty()) {
        err << "marshrut: kiosk: " << here.settings.problem << '\n';
    }
    OwnCommand const command{options, here.state};
    SupervisorSetup setup{rules_of(here.values()),
                          [&](ChildPage page, int failures) { return command.page(page, failures); }};
    return static_cast<Exit>(Supervisor{std::move(setup), log}.run());
}

int display(KioskOptions const &options)
{
    share_one_heap();
    if (!user_has_display()) {
        return exit_no_display;
    }
    end_with_the_display();
    Installation const here{options};
    LogFile log{here.state / kiosk_log, "display"};
    if (!here.settings.problem.empty()) {
        log.write(here.settings.problem);
    }
    try {
        auto const watch = watch_of(here.values());
        auto content = open_content(watch, here.state, options.failures, log);
        log.write(fmt::format("shows {}", content.origin));
        OwnCommand const command{options, here.state};
        KeeperSetup setup;
        setup.watch = watch;
        setup.state = here.state;
        setup.command = [&](std::string const &location) { return command.words("examiner", location); };
        AtlasKeeper keeper{std::move(setup)};
        KioskDisplayOptions shown;
        shown.content = std::move(content);
        shown.settings = here.values();
        shown.state = here.state;
        shown.pulse = pulse_handle;
        shown.windowed = options.windowed;
        shown.newer = [&] { return keeper.take(); };
        return run_kiosk_display(std::move(shown));
    } catch (std::exception const &failure) {
        log.write(failure.what());
        return static_cast<int>(Exit::input_output);
    }
}

int fallback(KioskOptions const &options)
{
    Installation const here{options};
    return show_fallback(here.values(), options.windowed);
}

/// Ends with the display that asked; where memory runs out it is the first to go.
int examine(KioskOptions const &options, std::ostream &out)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::ofstream{"/proc/self/oom_score_adj"} << 1000;
    auto const [what, why] = prepare_atlas(options.atlas, state_folder(options.state));
    out << why << '\n';
    return static_cast<int>(what);
}

} // namespace

Exit run_kiosk(KioskOptions const &options, std::ostream &out, std::ostream &err)
{
    // A listener that is gone and a file that may not grow are told by write(), not by the end of the process.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    switch (options.role) {
    case KioskRole::display:
        return static_cast<Exit>(display(options));
    case KioskRole::fallback:
        return static_cast<Exit>(fallback(options));
    case KioskRole::examiner:
        return static_cast<Exit>(examine(options, out));
    case KioskRole::supervisor:
        break;
    }
    return supervise(options, err);
}

} // namespace app
