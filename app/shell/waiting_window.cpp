#include "app/shell/waiting_window.hpp"

#include "app/cli/progress_line.hpp"

#include <SFML/Graphics/RectangleShape.hpp>
#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Event.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

namespace app {
namespace {

constexpr std::chrono::milliseconds patience{700}; ///< what is read sooner needs no window
constexpr std::chrono::milliseconds beat{50};
constexpr float height = 24;

/// A bar in the middle of a window. The words are those of its title, so that no font is needed yet.
class Bar
{
public:
    Bar(sf::RenderWindow &window, std::string const &what) : m_window{window}
    {
        auto const title = "Marshrut: " + what;
        m_window.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
    }

    void show(double share)
    {
        m_window.clear(sf::Color{0xFB, 0xFA, 0xF6});
        draw(1, sf::Color{0xE4, 0xDE, 0xCE});
        draw(static_cast<float>(share), sf::Color{0xA8, 0x20, 0x1A});
        m_window.display();
    }

    /// Whether the user wants no more.
    bool was_closed()
    {
        bool closed = false;
        for (sf::Event event{}; m_window.pollEvent(event);) {
            closed = closed || event.type == sf::Event::Closed ||
                     (event.type == sf::Event::KeyPressed && event.key.code == sf::Keyboard::Escape);
        }
        return closed;
    }

private:
    void draw(float share, sf::Color colour)
    {
        auto const size = m_window.getView().getSize();
        float const width = std::min(412.0F, size.x * 0.8F);
        sf::RectangleShape bar{{width * share, height}};
        bar.setPosition(std::round((size.x - width) / 2), std::round((size.y - height) / 2));
        bar.setFillColor(colour);
        m_window.draw(bar);
    }

    sf::RenderWindow &m_window;
};

} // namespace

ComingSession::ComingSession(std::filesystem::path const &location, geo::Guests const &guests)
: m_name{(guests.files.empty() ? location : guests.files.back()).filename().string()},
  m_coming{std::async(std::launch::async, [this, location, guests] {
      return open_session(
          location, guests, [this](double share) { m_share = share; }, m_stop.get_token(), Ground::later);
  })}
{}

std::shared_ptr<Session const> ComingSession::wait(sf::RenderWindow &window)
{
    ProgressLine line{m_name};
    std::optional<Bar> bar;
    for (auto next = patience; m_coming.wait_for(next) != std::future_status::ready; next = beat) {
        if (!bar) {
            bar.emplace(window, m_name);
        }
        line.show(m_share);
        bar->show(m_share);
        if (bar->was_closed()) {
            m_stop.request_stop();
            bar.reset();
            m_coming.wait();
            return nullptr;
        }
    }
    return m_coming.get();
}

} // namespace app
