#pragma once

#include "app/kiosk/atlas_watch.hpp"
#include "app/kiosk/log_file.hpp"
#include "app/shell/kiosk_content.hpp"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace app {

struct KeeperSetup
{
    WatchRules watch;
    std::filesystem::path state; ///< the kiosk's folder: shelf and log
    std::chrono::milliseconds every{2000};
    /// Command line of the process that examines an atlas and puts it on the shelf: see prepare_atlas().
    std::function<std::vector<std::string>(std::string const &location)> command;
};

/**
 * Sees to new atlases while the display runs, on a thread of its own: finds them, has each examined and packed by a
 * process beside, loads what is good and keeps it until the display has no visitor. A bad one is refused with a line
 * in the log, and all stays as it is.
 */
class AtlasKeeper
{
public:
    explicit AtlasKeeper(KeeperSetup setup);
    ~AtlasKeeper();
    AtlasKeeper(AtlasKeeper const &) = delete;
    AtlasKeeper &operator=(AtlasKeeper const &) = delete;

    /// The newest atlas that was loaded since the last call; none: nothing new.
    [[nodiscard]] std::optional<KioskContent> take();

private:
    void work(std::stop_token const &stop);
    void examine(AtlasSource const &source, std::stop_token const &stop);
    void load(std::string const &origin);

    KeeperSetup m_setup;
    AtlasShelf m_shelf;
    AtlasWatch m_watch;
    LogFile m_log;
    std::string m_last_delay; ///< logged once, not every quarter of an hour
    std::mutex m_mutex;
    std::optional<KioskContent> m_ready; ///< guarded by m_mutex
    std::condition_variable_any m_wake;
    std::jthread m_thread; ///< last: it uses all the others
};

/**
 * The atlas to begin with: the newest on the shelf that still belongs to the settings, the one before it, the built-in
 * one. What cannot be opened is passed over with a line in the log.
 * \param failures displays in a row that broke down: from the second on the newest is suspected, then the one before
 * \throws std::runtime_error if not even the built-in one can be opened
 */
[[nodiscard]] KioskContent open_content(WatchRules const &rules, std::filesystem::path const &state, int failures,
                                        LogFile &log);

} // namespace app
