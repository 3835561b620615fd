#pragma once

#include <chrono>
#include <string>

namespace app {

/// Progress of long work as one line on the terminal that is written over; silent where stderr is no terminal.
class ProgressLine
{
public:
    explicit ProgressLine(std::string what);
    ~ProgressLine();
    ProgressLine(ProgressLine const &) = delete;
    ProgressLine &operator=(ProgressLine const &) = delete;

    /// \param share 0 to 1. Cheap: the line is written a few times a second.
    void show(double share);

private:
    using Clock = std::chrono::steady_clock;
    std::string m_what;
    bool m_on;
    Clock::time_point m_began = Clock::now();
    Clock::time_point m_shown;
};

/// "12 %, 1:05 left"; the time is left out until it can be told.
[[nodiscard]] std::string progress_text(double share, double seconds_gone);

} // namespace app
