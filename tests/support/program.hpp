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
};

/// Runs the built program with these words and waits for it. `without_display` takes DISPLAY from its environment.
[[nodiscard]] Run run(std::vector<std::string> const &words, bool without_display = false);

} // namespace test
