#pragma once

#include "app/shell/session.hpp"
#include "app/ui/files_data.hpp"

#include <atomic>
#include <chrono>
#include <future>
#include <optional>
#include <stop_token>

namespace app {

/// Opens a session on a thread of its own while the viewer goes on: with progress, to be stopped.
class SessionOpener
{
public:
    SessionOpener() = default;
    /// Stops what is being read and waits for it.
    ~SessionOpener();
    SessionOpener(SessionOpener const &) = delete;
    SessionOpener &operator=(SessionOpener const &) = delete;

    /// Begins; what was begun before is stopped.
    void begin(std::filesystem::path location, geo::Guests guests);
    /// Lays the ground under a session that lacks it, once, if nothing else is being read. Call it every frame.
    void lay_ground(std::shared_ptr<Session const> const &under);
    /// What is being read is not wanted any more: take() will give nothing of it.
    void stop();
    [[nodiscard]] bool busy() const { return m_coming.valid(); }

    /// The session, or why there is none; neither: no ground lies under it.
    struct Outcome
    {
        std::shared_ptr<Session const> session;
        std::string failure;
    };
    /// What has come since the last call; nothing while it is being read and after it was stopped.
    [[nodiscard]] std::optional<Outcome> take();
    /// What is being read; nothing if nothing is.
    [[nodiscard]] std::optional<WorkShown> shown() const;

private:
    std::future<std::shared_ptr<Session const>> m_coming;
    std::stop_source m_stop;
    std::atomic<double> m_share = 0;
    std::string m_what;
    bool m_laying = false; ///< what comes is ground
    std::future<std::shared_ptr<Session const>> m_leaving; ///< ground that nobody wants any more
    std::weak_ptr<Session const> m_laid; ///< the session whose ground was last asked for
    std::chrono::steady_clock::time_point m_began;
};

} // namespace app
