#include "app/kiosk/read_aloud.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace app {
namespace {

constexpr char const *program = "espeak-ng";

} // namespace

bool ReadAloud::available()
{
    auto const *const path = std::getenv("PATH");
    std::istringstream folders{path == nullptr ? "" : path};
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (::access((std::filesystem::path{folder} / program).c_str(), X_OK) == 0) {
            return true;
        }
    }
    return false;
}

void ReadAloud::say(std::string const &text, std::string const &language)
{
    stop();
    int ends[2];
    if (text.empty() || ::pipe2(ends, O_CLOEXEC) != 0) {
        return;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::array<std::string, 5> words{program, "-v", language, "-s", "140"};
    std::array<char *, words.size() + 1> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i) {
        arguments[i] = words[i].data();
    }
    pid_t child = 0;
    if (::posix_spawnp(&child, program, &actions, nullptr, arguments.data(), environ) == 0) {
        m_pid = child;
        // A caption is far shorter than what a pipe holds, so this never waits.
        ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
        [[maybe_unused]] auto const written = ::write(ends[1], text.data(), text.size());
    }
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[0]);
    ::close(ends[1]);
}

void ReadAloud::stop()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
        }
        m_pid = 0;
    }
}

bool ReadAloud::speaks()
{
    if (m_pid > 0 && ::waitpid(m_pid, nullptr, WNOHANG) != 0) {
        m_pid = 0;
    }
    return m_pid > 0;
}

} // namespace app
