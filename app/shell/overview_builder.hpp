#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

namespace app {

/// Builds the overviews of a scan into the cache on a thread of its own; ending it early leaves nothing behind.
class OverviewBuilder
{
public:
    OverviewBuilder(std::filesystem::path scan, std::filesystem::path vrt);

    [[nodiscard]] double progress() const { return m_progress; } ///< 0 to 1
    [[nodiscard]] bool done() const { return m_done; }
    /// Why they could not be built; empty if they were. \pre done()
    [[nodiscard]] std::string const &error() const { return m_error; }

private:
    std::atomic<double> m_progress = 0;
    std::atomic<bool> m_done = false;
    std::string m_error;
    std::jthread m_thread; ///< last: it uses the rest
};

} // namespace app
