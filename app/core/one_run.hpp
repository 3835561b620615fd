#pragma once

#include <chrono>
#include <stop_token>
#include <string>
#include <vector>

namespace app {

/// How a short-lived process ended.
struct OneRun
{
    int exit = -1;      ///< its exit code; -1: it was ended by a signal, or could not be started
    std::string output; ///< what it printed, up to 4 KiB, without the last line feeds
};

/// How willingly a process leaves the processor to others.
enum class Priority { usual, low };

/// Runs a process with nothing on its input, and waits. It is killed when it takes longer than `most` or when `stop` is
/// requested.
[[nodiscard]] OneRun run_once(std::vector<std::string> const &words, std::chrono::seconds most,
                              std::stop_token const &stop, Priority priority);

} // namespace app
