#include "app/cli/progress_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace app {

ProgressLine::ProgressLine(std::string what) : m_what{std::move(what)}, m_on{isatty(STDERR_FILENO) == 1} {}

ProgressLine::~ProgressLine()
{
    if (m_on && m_shown != Clock::time_point{}) {
        fmt::print(stderr, "\r\033[K");
    }
}

void ProgressLine::show(double share)
{
    auto const now = Clock::now();
    if (!m_on || now - m_shown < std::chrono::milliseconds{200}) {
        return;
    }
    m_shown = now;
    double const gone = std::chrono::duration<double>(now - m_began).count();
    fmt::print(stderr, "\r\033[K{}: {}", m_what, progress_text(share, gone));
    std::fflush(stderr);
}

std::string progress_text(double share, double seconds_gone)
{
    share = std::clamp(share, 0.0, 1.0);
    auto text = fmt::format("{:.0f} %", std::floor(share * 100));
    if (share > 0.01 && seconds_gone > 1) {
        auto const left = std::lround(seconds_gone * (1 - share) / share);
        text += fmt::format(", {}:{:02} left", left / 60, left % 60);
    }
    return text;
}

} // namespace app
