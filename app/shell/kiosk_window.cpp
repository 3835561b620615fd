#include "app/shell/kiosk_window.hpp"

#include <X11/Xlib.h>

#include <memory>

namespace app {
namespace {

constexpr sf::Uint32 bare = 0; ///< sf::Style::None, a name that Xlib takes for itself

struct CloseDisplay
{
    void operator()(Display *display) const { XCloseDisplay(display); }
};
using DisplayHandle = std::unique_ptr<Display, CloseDisplay>;

/// Takes the window from the window manager, and the keys to it.
void take_over(sf::WindowHandle window)
{
    DisplayHandle const display{XOpenDisplay(nullptr)};
    if (!display) {
        return;
    }
    auto *const d = display.get();
    XSetWindowAttributes attributes{};
    attributes.override_redirect = True;
    XUnmapWindow(d, window);
    XChangeWindowAttributes(d, window, CWOverrideRedirect, &attributes);
    XMapRaised(d, window);
    XMoveWindow(d, window, 0, 0);
    XSync(d, False);
    XWindowAttributes now{};
    if (XGetWindowAttributes(d, window, &now) != 0 && now.map_state == IsViewable) {
        XSetInputFocus(d, window, RevertToPointerRoot, CurrentTime);
    }
    XSetScreenSaver(d, 0, 0, DontPreferBlanking, DontAllowExposures);
    XSync(d, False);
}

} // namespace

std::optional<WholeScreen> whole_screen()
{
    DisplayHandle const display{XOpenDisplay(nullptr)};
    if (!display) {
        return std::nullopt;
    }
    int const screen = DefaultScreen(display.get());
    return WholeScreen{{DisplayWidth(display.get(), screen), DisplayHeight(display.get(), screen)},
                       static_cast<double>(DisplayWidthMM(display.get(), screen)),
                       static_cast<double>(DisplayHeightMM(display.get(), screen))};
}

void open_kiosk_window(sf::RenderWindow &window, std::string const &title, std::optional<Viewport> const &size)
{
    auto const whole = whole_screen();
    auto const pixels = size ? *size : whole ? whole->pixels : Viewport{1920, 1080};
    sf::VideoMode const mode{static_cast<unsigned>(pixels.width), static_cast<unsigned>(pixels.height)};
    window.create(mode, sf::String::fromUtf8(title.begin(), title.end()), bare);
    window.setPosition({0, 0});
    window.setKeyRepeatEnabled(true);
    if (!size) {
        window.setMouseCursorVisible(false);
        take_over(window.getSystemHandle());
    }
}

} // namespace app
