#include "app/kiosk/supervisor.hpp"

#include "app/kiosk/pulse.hpp"
#include "app/kiosk/wall_clock.hpp"

#include <systemd/sd-daemon.h>

#include <fmt/format.h>

#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace app {
namespace {

constexpr int listen_ms = 500;
constexpr std::chrono::seconds time_to_end{5};

char const *name_of(ChildPage page)
{
    return page == ChildPage::display ? "display" : "fallback page";
}

sigset_t watched_signals()
{
    sigset_t set;
    sigemptyset(&set);
    for (int const signal : {SIGCHLD, SIGTERM, SIGINT, SIGHUP}) {
        sigaddset(&set, signal);
    }
    return set;
}

[[noreturn]] void become(std::vector<std::string> words, int pulse, int parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); // a display without its supervisor would be a display without a way out
    if (getppid() != parent) {
        _exit(127);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (pulse == pulse_handle) {
        fcntl(pulse, F_SETFD, 0);
    } else {
        dup2(pulse, pulse_handle);
    }
    std::vector<char *> argv;
    for (auto &word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    execvp(argv[0], argv.data());
    _exit(127);
}

std::string describe(int status)
{
    if (WIFSIGNALED(status)) {
        return fmt::format("ended by signal {} ({})", WTERMSIG(status), strsignal(WTERMSIG(status)));
    }
    return fmt::format("ended with exit code {}{}", WEXITSTATUS(status),
                       WEXITSTATUS(status) == exit_no_display ? " (no display to draw on)" : "");
}

Ending ending_of(int status)
{
    if (!WIFEXITED(status)) {
        return Ending::failure;
    }
    switch (WEXITSTATUS(status)) {
    case 0:
        return Ending::asked_quit;
    case exit_restart:
        return Ending::asked_restart;
    case exit_no_display:
        return Ending::no_display;
    default:
        return Ending::failure;
    }
}

void close_if_open(int handle)
{
    if (handle >= 0) {
        close(handle);
    }
}

Monotonic now()
{
    return std::chrono::steady_clock::now();
}

} // namespace

long memory_of(int pid)
{
    std::ifstream status{fmt::format("/proc/{}/status", pid)};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssAnon:")) {
            return std::strtol(line.c_str() + 8, nullptr, 10);
        }
    }
    return 0;
}

Supervisor::Supervisor(SupervisorSetup setup, LogFile &log)
: m_setup{std::move(setup)}, m_log{log}, m_supervision{m_setup.rules}
{
    auto const set = watched_signals();
    sigprocmask(SIG_BLOCK, &set, nullptr);
    m_signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_signals < 0) {
        throw std::runtime_error{fmt::format("the kiosk cannot watch its children: {}", std::strerror(errno))};
    }
}

Supervisor::~Supervisor()
{
    for (auto &[page, child] : m_children) {
        kill(child.pid, SIGKILL);
        waitpid(child.pid, nullptr, 0);
        close_if_open(child.pulse);
    }
    close(m_signals);
    auto const set = watched_signals();
    sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

void Supervisor::start(ChildPage page)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        carry_out(m_supervision.ended(page, Ending::failure, "no pipe", now()));
        return;
    }
    auto words = m_setup.command(page, m_supervision.failures());
    int const self = getpid();
    int const pid = fork();
    if (pid == 0) {
        become(std::move(words), ends[1], self);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        m_log.write(fmt::format("no process could be started: {}", std::strerror(errno)));
        carry_out(m_supervision.ended(page, Ending::failure, "no process", now()));
        return;
    }
    m_children[page] = {pid, ends[0], {}, false};
}

/// A display that hangs does not hear a polite signal, so it is killed; one that is well may put its things in order.
void Supervisor::stop(ChildPage page, bool at_once)
{
    auto const found = m_children.find(page);
    if (found == m_children.end()) {
        return;
    }
    kill(found->second.pid, at_once ? SIGKILL : SIGTERM);
    found->second.told_to_stop = true;
    found->second.stop_by = now() + time_to_end;
}

void Supervisor::carry_out(Orders const &orders)
{
    for (auto const &order : orders) {
        auto const *const verb = order.what == Order::What::start  ? "starting the"
                                 : order.what == Order::What::stop ? "stopping the"
                                                                   : "quitting, the";
        m_log.write(fmt::format("{} {}{}{}", verb, name_of(order.page), order.why.empty() ? "" : ": ", order.why));
        switch (order.what) {
        case Order::What::start:
            start(order.page);
            break;
        case Order::What::stop:
            stop(order.page, order.why.starts_with("no sign of life"));
            break;
        case Order::What::quit:
            m_quit = true;
            break;
        }
    }
}

void Supervisor::read_pulse()
{
    auto const found = m_children.find(ChildPage::display);
    if (found == m_children.end()) {
        return;
    }
    std::array<char, 256> beats{};
    auto const count = read(found->second.pulse, beats.data(), beats.size());
    if (count > 0) {
        bool const lived = m_supervision.display_lives();
        carry_out(m_supervision.heard(now(), beats[static_cast<std::size_t>(count) - 1] == 'v'));
        if (!lived && m_supervision.display_lives()) {
            m_log.write("the display runs");
        }
    } else if (count == 0) { // closed: poll would never rest
        close(std::exchange(found->second.pulse, -1));
    }
}

void Supervisor::read_signals()
{
    signalfd_siginfo info{};
    while (read(m_signals, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (info.ssi_signo == SIGTERM || info.ssi_signo == SIGINT) {
            carry_out(m_supervision.terminate());
        } else if (info.ssi_signo == SIGHUP) {
            carry_out(m_supervision.restart());
        }
    }
}

void Supervisor::reap()
{
    for (auto it = m_children.begin(); it != m_children.end();) {
        int status = 0;
        if (waitpid(it->second.pid, &status, WNOHANG) != it->second.pid) {
            if (it->second.told_to_stop && now() >= it->second.stop_by) {
                kill(it->second.pid, SIGKILL);
            }
            ++it;
            continue;
        }
        auto const page = it->first;
        close_if_open(it->second.pulse);
        it = m_children.erase(it);
        auto const why = describe(status);
        m_log.write(fmt::format("the {} {}", name_of(page), why));
        carry_out(m_supervision.ended(page, ending_of(status), why, now()));
        it = m_children.begin(); // orders may have started another
    }
}

void Supervisor::report_to_systemd()
{
    bool const lives = m_supervision.display_lives();
    if (!m_ready && (lives || m_children.contains(ChildPage::fallback))) {
        m_ready = true;
        sd_notify(0, "READY=1");
    }
    auto const status = lives ? std::string{"the display runs"}
                              : fmt::format("no display, {} failures in a row", m_supervision.failures());
    if (status != m_status) {
        m_status = status;
        sd_notifyf(0, "STATUS=%s", status.c_str());
    }
    sd_notify(0, "WATCHDOG=1");
}

void Supervisor::listen(int timeout_ms)
{
    std::array<pollfd, 2> waits{pollfd{m_signals, POLLIN, 0}, pollfd{-1, POLLIN, 0}};
    if (auto const found = m_children.find(ChildPage::display); found != m_children.end()) {
        waits[1].fd = found->second.pulse;
    }
    poll(waits.data(), waits.size(), timeout_ms);
    if (waits[1].revents != 0) {
        read_pulse();
    }
    read_signals();
}

int Supervisor::run()
{
    while (!m_quit) {
        auto const found = m_children.find(ChildPage::display);
        long const memory = found == m_children.end() ? 0 : memory_of(found->second.pid);
        carry_out(m_supervision.tick(now(), wall_hour(wall_now()), memory));
        report_to_systemd();
        listen(listen_ms);
        reap();
    }
    sd_notify(0, "STOPPING=1");
    return 0;
}

} // namespace app
