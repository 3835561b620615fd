#include "support/program.hpp"
#include "support/content.hpp"

#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace test {
namespace {

/// How long a run may last; 0: for ever.
struct Life
{
    long us = 0; ///< on the clock
    rlim_t processor_s = 0;
};

[[noreturn]] void become(std::string program, std::vector<std::string> words, std::filesystem::path const &folder,
                         bool without_display, Life const &life)
{
    if (without_display) {
        unsetenv("DISPLAY");
    }
    if (life.us > 0) { // an alarm outlives exec, and nobody handles it there
        itimerval const alarm{{0, 0}, {life.us / 1'000'000, life.us % 1'000'000}};
        setitimer(ITIMER_REAL, &alarm, nullptr);
    }
    if (life.processor_s > 0) {
        rlimit const most{life.processor_s, life.processor_s + 1};
        setrlimit(RLIMIT_CPU, &most);
    }
    auto const out = (folder / "out").string();
    auto const err = (folder / "err").string();
    if (std::freopen(out.c_str(), "w", stdout) == nullptr || std::freopen(err.c_str(), "w", stderr) == nullptr) {
        _exit(127);
    }
    std::vector<char *> argv;
    argv.push_back(program.data());
    for (auto &word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    execv(program.c_str(), argv.data());
    _exit(127);
}

Run run_in_folder(std::string const &program, std::vector<std::string> const &words, bool without_display,
                  Life const &life)
{
    auto pattern = (std::filesystem::temp_directory_path() / "marshrut-run-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error{"no temporary folder could be made"};
    }
    std::filesystem::path const folder{pattern};
    std::fflush(nullptr); // else the child would print again what waits here
    auto const child = fork();
    if (child == 0) {
        become(program, words, folder, without_display, life);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    Run run{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content(folder / "out"),
            content(folder / "err"), used.ru_maxrss};
    std::filesystem::remove_all(folder);
    return run;
}

} // namespace

Run run(std::vector<std::string> const &words, bool without_display)
{
    return run_in_folder(MARSHRUT_PROGRAM, words, without_display, {});
}

Run run_until_killed(std::vector<std::string> const &words, long microseconds, std::string const &program)
{
    return run_in_folder(program, words, false, {microseconds, 0});
}

Run run_within(std::vector<std::string> const &words, int processor_seconds)
{
    return run_in_folder(MARSHRUT_PROGRAM, words, false, {0, static_cast<rlim_t>(processor_seconds)});
}

} // namespace test
