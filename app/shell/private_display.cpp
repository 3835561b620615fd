#include "app/shell/private_display.hpp"

#include "app/shell/no_display.hpp"

#include <X11/Xlib.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace app {
namespace {

constexpr int start_limit_ms = 15'000;

/// The number that Xvfb writes once it is ready, or "".
std::string read_number(int handle)
{
    std::string text;
    pollfd wait{handle, POLLIN, 0};
    while (text.find('\n') == std::string::npos && poll(&wait, 1, start_limit_ms) > 0) {
        std::array<char, 32> buffer{};
        auto const count = read(handle, buffer.data(), buffer.size());
        if (count <= 0) {
            return {}; // it ended
        }
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text.substr(0, text.find('\n'));
}

[[noreturn]] void become_server(int handle)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM); // never stays behind us
    setpgid(0, 0);                    // Ctrl+C is ours to answer, while we still draw on it
    int const nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    auto const number = std::to_string(handle);
    execlp("Xvfb", "Xvfb", "-displayfd", number.c_str(), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset",
           static_cast<char *>(nullptr));
    _exit(127);
}

} // namespace

bool user_has_display()
{
    auto *const display = XOpenDisplay(nullptr);
    if (display != nullptr) {
        XCloseDisplay(display);
    }
    return display != nullptr;
}

bool ensure_display()
{
    if (user_has_display()) {
        return false;
    }
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        throw NoDisplay{"there is no display, and no pipe for a private one could be opened"};
    }
    auto const server = fork();
    if (server == 0) {
        close(ends[0]);
        become_server(ends[1]);
    }
    close(ends[1]);
    auto const number = read_number(ends[0]);
    close(ends[0]);
    if (number.empty()) {
        kill(server, SIGKILL);
        waitpid(server, nullptr, 0);
        throw NoDisplay{"there is no display, and no private one could be started; install the package xvfb"};
    }
    setenv("DISPLAY", (":" + number).c_str(), 1);
    return true;
}

} // namespace app
