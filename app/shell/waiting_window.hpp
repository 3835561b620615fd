#pragma once

#include "app/shell/session.hpp"

#include <atomic>
#include <future>
#include <memory>
#include <stop_token>
#include <string>

namespace sf {
class RenderWindow;
}

namespace app {

/// Opens a session before there is a viewer, on a thread of its own: the caller wakes the graphics meanwhile.
class ComingSession
{
public:
    ComingSession(std::filesystem::path const &location, geo::Guests const &guests);

    /**
     * Waits for it. What takes long shows itself: a bar in the window, which can be closed, and a line on the terminal.
     * Call it once, on the main thread.
     * \return null if the user closed the window
     * \throws what open_session throws
     */
    [[nodiscard]] std::shared_ptr<Session const> wait(sf::RenderWindow &window);

private:
    std::string m_name;
    std::stop_source m_stop;
    std::atomic<double> m_share = 0;
    std::future<std::shared_ptr<Session const>> m_coming; ///< the last: its thread uses what stands above
};

} // namespace app
