#include "app/shell/opening_window.hpp"

#include <SFML/Graphics/Texture.hpp>
#include <SFML/Graphics/Vertex.hpp>

#include <X11/Xlib.h>

#include <algorithm>
#include <array>
#include <future>
#include <memory>

namespace app {
namespace {

/// Draws a speck in each manner in which frames are drawn: the graphics compile a program for each when it is first
/// used, which takes longer than all else of a first frame.
void warm_up(sf::RenderWindow &window)
{
    constexpr unsigned speck = 4;
    sf::Texture texture;
    if (!texture.create(speck, speck)) {
        return; // then the first frame does it
    }
    std::array<sf::Vertex, 3> const triangle{sf::Vertex{{0, 0}, {0, 0}}, {{1, 0}, {1, 0}}, {{0, 1}, {0, 1}}};
    for (auto const &blend : {sf::BlendAlpha, sf::BlendNone}) {
        window.draw(triangle.data(), triangle.size(), sf::Triangles, sf::RenderStates{blend});
        for (bool const smooth : {false, true}) {
            texture.setSmooth(smooth);
            sf::RenderStates states{blend};
            states.texture = &texture;
            window.draw(triangle.data(), triangle.size(), sf::Triangles, states);
        }
    }
}

/// Gives a window a colour of its own, which it has until something is drawn: to draw it would take a frame.
void fill(sf::WindowHandle window, Colour colour)
{
    std::unique_ptr<Display, int (*)(Display *)> const display{XOpenDisplay(nullptr), &XCloseDisplay};
    if (display) {
        unsigned long const pixel =
            (static_cast<unsigned long>(colour.r) << 16U) | (static_cast<unsigned long>(colour.g) << 8U) | colour.b;
        XSetWindowBackground(display.get(), window, pixel);
        XClearWindow(display.get(), window);
    }
}

} // namespace

OpeningWindow::OpeningWindow(Viewport size, bool fullscreen, float type_scale, ThemeId theme)
: type{std::async(std::launch::async, [type_scale] { return std::make_unique<UiType>(type_scale); })}
{
    open_window(*window, size, fullscreen);
    fill(window->getSystemHandle(), theme_of(theme).paper);
    warm_up(*window);
}

void open_window(sf::RenderWindow &window, Viewport size, bool fullscreen)
{
    auto const desktop = sf::VideoMode::getDesktopMode();
    if (fullscreen) {
        window.create(desktop, "Marshrut", sf::Style::Fullscreen);
        return;
    }
    sf::VideoMode const mode{std::min(static_cast<unsigned>(size.width), desktop.width),
                             std::min(static_cast<unsigned>(size.height), desktop.height)};
    window.create(mode, "Marshrut", sf::Style::Default);
    window.setPosition(
        {static_cast<int>(desktop.width - mode.width) / 2, static_cast<int>(desktop.height - mode.height) / 2});
}

} // namespace app
