#include "app/core/one_run.hpp"

#include "app/core/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <stdexcept>
#include <unistd.h>

namespace app {
namespace {

constexpr std::size_t most_output = 4096;
constexpr int look_ms = 200;
constexpr int by_signal = 128; // codes above are those of signals

/// Adds what can be read now. \return false once the process has closed its output
bool take_output(ChildProcess const &child, std::string &output)
{
    std::array<char, 1024> buffer{};
    auto const count = read(child.pipe(), buffer.data(), buffer.size());
    if (count <= 0) {
        return count < 0 && (errno == EAGAIN || errno == EINTR);
    }
    output.append(buffer.data(), static_cast<std::size_t>(count));
    output.resize(std::min(output.size(), most_output));
    return true;
}

} // namespace

OneRun run_once(std::vector<std::string> const &words, std::chrono::seconds most, std::stop_token const &stop,
                Priority priority)
try {
    OneRun run;
    ChildProcess child{words, ChildProcess::Talk::tells};
    if (priority == Priority::low) {
        child.give_way();
    }
    auto const end = std::chrono::steady_clock::now() + most;
    for (;;) {
        pollfd wait{child.pipe(), POLLIN, 0};
        if (poll(&wait, 1, look_ms) > 0 && !take_output(child, run.output)) {
            break;
        }
        if (stop.stop_requested() || std::chrono::steady_clock::now() > end) {
            return run; // which kills it
        }
    }
    auto const code = child.wait();
    run.exit = code > by_signal ? -1 : code;
    while (!run.output.empty() && run.output.back() == '\n') {
        run.output.pop_back();
    }
    return run;
} catch (std::runtime_error const &) { // it could not be started
    return {};
}

} // namespace app
