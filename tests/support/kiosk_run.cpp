#include "support/kiosk_run.hpp"
#include "support/content.hpp"

#include "support/until.hpp"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test {
namespace {

namespace fs = std::filesystem;

} // namespace

KioskRun::~KioskRun()
{
    stop();
}

void KioskRun::write_settings(std::string const &json) const
{
    std::ofstream{settings()} << json;
}

void KioskRun::start(std::string const &json, Environment const &more)
{
    write_settings(json);
    fs::create_directories(state());
    m_pid = fork();
    if (m_pid != 0) {
        return;
    }
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    setenv("DISPLAY", m_screen.name().c_str(), 1);
    for (auto const &[name, value] : more) {
        setenv(name.c_str(), value.c_str(), 1);
    }
    auto const settings_file = settings().string();
    auto const state_folder = state().string();
    execl(MARSHRUT_PROGRAM, MARSHRUT_PROGRAM, "kiosk", "--settings", settings_file.c_str(), "--state",
          state_folder.c_str(), static_cast<char *>(nullptr));
    _exit(127);
}

void KioskRun::restart() const
{
    kill(m_pid, SIGHUP);
}

int KioskRun::stop()
{
    if (m_pid == 0) {
        return -1;
    }
    kill(m_pid, SIGTERM);
    int status = 0;
    waitpid(m_pid, &status, 0);
    m_pid = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int KioskRun::child(std::string const &role) const
{
    auto const number = std::to_string(m_pid);
    std::istringstream children{content("/proc/" + number + "/task/" + number + "/children")};
    auto const mark = std::string{"--child"} + '\0' + role + '\0';
    for (int pid = 0; children >> pid;) {
        if (content("/proc/" + std::to_string(pid) + "/cmdline").find(mark) != std::string::npos) {
            return pid;
        }
    }
    return 0;
}

std::string KioskRun::log() const
{
    return content(state() / "kiosk.log");
}

int KioskRun::logged(std::string const &words) const
{
    auto const all = log();
    int times = 0;
    for (auto at = all.find(words); at != std::string::npos; at = all.find(words, at + 1)) {
        ++times;
    }
    return times;
}

bool KioskRun::comes(std::string const &words, int times) const
{
    return until([&] { return logged(words) > times; });
}

} // namespace test
