#include "app/kiosk/one_run.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace app {
namespace {

constexpr std::size_t most_output = 4096;
constexpr int look_ms = 200;
constexpr int low_priority = 15;

/// Starts it by posix_spawn, which is safe in a process of several threads. \return its pid, or -1
int spawn(std::vector<std::string> &words, int output)
{
    std::vector<char *> argv;
    for (auto &word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    int pid = -1;
    int const failed = posix_spawnp(&pid, argv[0], &files, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    return failed == 0 ? pid : -1;
}

} // namespace

OneRun run_once(std::vector<std::string> words, std::chrono::seconds most, std::stop_token const &stop)
{
    OneRun run;
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return run;
    }
    int const pid = spawn(words, ends[1]);
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return run;
    }
    setpriority(PRIO_PROCESS, static_cast<id_t>(pid), low_priority); // the display comes first
    auto const end = std::chrono::steady_clock::now() + most;
    for (;;) {
        pollfd wait{ends[0], POLLIN, 0};
        if (poll(&wait, 1, look_ms) > 0) {
            std::array<char, 1024> buffer{};
            auto const count = read(ends[0], buffer.data(), buffer.size());
            if (count <= 0) {
                break; // it has closed its output: it ends
            }
            run.output.append(buffer.data(), static_cast<std::size_t>(count));
            run.output.resize(std::min(run.output.size(), most_output));
        }
        if (stop.stop_requested() || std::chrono::steady_clock::now() > end) {
            kill(pid, SIGKILL);
            break;
        }
    }
    close(ends[0]);
    int status = 0;
    if (waitpid(pid, &status, 0) == pid && WIFEXITED(status)) {
        run.exit = WEXITSTATUS(status);
    }
    while (!run.output.empty() && run.output.back() == '\n') {
        run.output.pop_back();
    }
    return run;
}

} // namespace app
