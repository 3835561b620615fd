#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace app {

/**
 * A program that runs beside this one. Its words are handed over as they are: no shell reads them. It stands apart from
 * the terminal's Ctrl+C, gets no input but what is written to it, and never outlives this object.
 */
class ChildProcess
{
public:
    enum class Talk { listens, tells }; ///< we write to its input, or read its output

    /// \param words the program, looked up along PATH unless it holds a '/', and its arguments
    /// \throws std::runtime_error if it cannot be started: the system's reason
    ChildProcess(std::vector<std::string> const &words, Talk talk);
    /// Kills it, if it still runs.
    ~ChildProcess();
    ChildProcess(ChildProcess const &) = delete;
    ChildProcess &operator=(ChildProcess const &) = delete;

    /// Our end of the pipe. That of a program that tells never waits: reading it gives EAGAIN.
    [[nodiscard]] int pipe() const { return m_pipe; }
    void close_pipe();
    /// As if the user pressed Ctrl+C in it.
    void interrupt() const;
    /// Leaves the processor to others where they want it.
    void give_way() const;
    /// Its exit code once it has ended (128 + the signal that ended it); nothing while it runs.
    [[nodiscard]] std::optional<int> ended();
    /// The same, waiting for it.
    int wait();
    /// What it has complained about so far: the last line on its standard error.
    [[nodiscard]] std::string complaint() const;

private:
    int m_pipe = -1;
    int m_errors = -1; ///< a file in memory
    pid_t m_child = -1;
    std::optional<int> m_code;
};

} // namespace app
