#pragma once

#include "app/kiosk/log_file.hpp"
#include "app/kiosk/supervision.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace app {

// Exit codes by which a display tells its supervisor why it ends; 0: the operator quits.
inline constexpr int exit_restart = 75;
inline constexpr int exit_no_display = 4; ///< as of every command

struct SupervisorSetup
{
    SupervisionRules rules;
    /// Command line of a page. The child writes its heartbeats to file descriptor 3: "." while it waits for
    /// visitors, "v" while one is there. \param failures that came before, in a row
    std::function<std::vector<std::string>(ChildPage page, int failures)> command;
};

/**
 * The parent of the kiosk: starts the display as its child, listens to its heartbeat, restarts it. It draws nothing
 * and loads nothing, so that there is nothing in it to fail. Tells systemd that it lives where that started it.
 */
class Supervisor
{
public:
    Supervisor(SupervisorSetup setup, LogFile &log);
    ~Supervisor();
    Supervisor(Supervisor const &) = delete;
    Supervisor &operator=(Supervisor const &) = delete;

    /// Runs until the operator quits or SIGTERM or SIGINT comes. \return 0
    int run();

private:
    struct Child
    {
        int pid = 0;
        int pulse = -1;      ///< read end of its pipe
        Monotonic stop_by{}; ///< killed then, if it was told to end
        bool told_to_stop = false;
    };

    void carry_out(Orders const &orders);
    void start(ChildPage page);
    void stop(ChildPage page, bool at_once);
    void listen(int timeout_ms);
    void read_pulse();
    void read_signals();
    void reap();
    void report_to_systemd();

    SupervisorSetup m_setup;
    LogFile &m_log;
    Supervision m_supervision;
    std::map<ChildPage, Child> m_children;
    int m_signals = -1;
    bool m_quit = false;
    bool m_ready = false;
    std::string m_status;
};

/// Memory of a process of its own (RssAnon), KiB; 0 if there is no such process.
[[nodiscard]] long memory_of(int pid);

} // namespace app
