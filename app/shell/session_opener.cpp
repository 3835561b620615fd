#include "app/shell/session_opener.hpp"

#include "app/core/paths.hpp"

#include <exception>
#include <utility>

namespace app {

SessionOpener::~SessionOpener()
{
    m_stop.request_stop();
}

void SessionOpener::begin(std::filesystem::path location, geo::Guests guests)
{
    m_stop.request_stop();
    if (m_coming.valid()) {
        if (std::exchange(m_laying, false)) {
            m_leaving = std::move(m_coming); // GDAL warps heights to their end
        } else {
            m_coming.wait(); // a reader looks for the wish to stop many times a second
        }
    }
    m_stop = {};
    m_share = 0;
    m_what = (guests.files.empty() ? location : guests.files.back()).filename().string();
    m_began = std::chrono::steady_clock::now();
    m_coming = std::async(std::launch::async, [this, location = std::move(location), guests = std::move(guests),
                                               stop = m_stop.get_token()] {
        return open_session(location, guests, [this](double share) { m_share = share; }, stop, Ground::later);
    });
}

void SessionOpener::lay_ground(std::shared_ptr<Session const> const &under)
{
    if (!under->ground_comes || busy() || m_laid.lock() == under) {
        return;
    }
    m_laid = under;
    m_laying = true;
    m_stop = {};
    m_share = -1;
    m_what = bundled_atlas().filename().string();
    m_began = std::chrono::steady_clock::now();
    m_coming = std::async(std::launch::async,
                          [under, stop = m_stop.get_token()] { return with_ground(*under, stop); });
}

void SessionOpener::stop()
{
    m_stop.request_stop();
}

std::optional<SessionOpener::Outcome> SessionOpener::take()
{
    if (!m_coming.valid() || m_coming.wait_for(std::chrono::seconds{0}) != std::future_status::ready) {
        return std::nullopt;
    }
    bool const unwanted = m_stop.stop_requested();
    m_laying = false;
    Outcome outcome;
    try {
        outcome.session = m_coming.get();
    } catch (std::exception const &failure) {
        outcome.failure = failure.what();
    }
    return unwanted ? std::nullopt : std::optional{std::move(outcome)};
}

std::optional<WorkShown> SessionOpener::shown() const
{
    if (!m_coming.valid() || m_stop.stop_requested()) {
        return std::nullopt;
    }
    std::chrono::duration<double> const gone = std::chrono::steady_clock::now() - m_began;
    return WorkShown{m_what, m_share, gone.count()};
}

} // namespace app
