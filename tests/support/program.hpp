#pragma once

#include <string>
#include <vector>

namespace test {

/// What a run of the program left behind.
struct Run
{
    int exit = -1;
    std::string out;
    std::string err;
    long peak_kib = 0; ///< most memory it held at once
};

/// Runs the built program with these words and waits for it. `without_display` takes DISPLAY from its environment.
[[nodiscard]] Run run(std::vector<std::string> const &words, bool without_display = false);

/// Runs it, or another program, and kills it when so much time has passed (0: never), unless it was done before: then
/// `exit` is not 0.
[[nodiscard]] Run run_until_killed(std::vector<std::string> const &words, long microseconds,
                                   std::string const &program = MARSHRUT_PROGRAM);

/// Runs it with so much processor time and no more: what would take more is killed. How busy the machine is does not
/// matter.
[[nodiscard]] Run run_within(std::vector<std::string> const &words, int processor_seconds);

} // namespace test
