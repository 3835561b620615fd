#include "app/shell/waiting_window.hpp"

#include "app/cli/progress_line.hpp"

#include <SFML/Graphics/RectangleShape.hpp>
#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Event.hpp>

#include <chrono>
#include <optional>

namespace app {
namespace {

constexpr std::chrono::milliseconds patience{700}; ///< what is read sooner needs no window
constexpr std::chrono::milliseconds beat{50};
constexpr float width = 460;
constexpr float height = 72;
constexpr float margin = 24;

/// A bar under a title. The words are the window's own, so that no font is needed yet.
class Bar
{
public:
    explicit Bar(std::string const &what)
    {
        auto const title = "Marshrut: " + what;
        m_window.create(sf::VideoMode{static_cast<unsigned>(width), static_cast<unsigned>(height)},
                        sf::String::fromUtf8(title.begin(), title.end()), sf::Style::Titlebar | sf::Style::Close);
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
        sf::RectangleShape bar{{(width - 2 * margin) * share, height - 2 * margin}};
        bar.setPosition(margin, margin);
        bar.setFillColor(colour);
        m_window.draw(bar);
    }

    sf::RenderWindow m_window;
};

} // namespace

ComingSession::ComingSession(std::filesystem::path const &location, geo::Guests const &guests)
: m_name{(guests.files.empty() ? location : guests.files.back()).filename().string()},
  m_coming{std::async(std::launch::async, [this, location, guests] {
      return open_session(location, guests, [this](double share) { m_share = share; }, m_stop.get_token(),
                          Ground::later);
  })}
{}

std::shared_ptr<Session const> ComingSession::wait()
{
    ProgressLine line{m_name};
    std::optional<Bar> bar;
    for (auto next = patience; m_coming.wait_for(next) != std::future_status::ready; next = beat) {
        if (!bar) {
            bar.emplace(m_name);
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
