#include "app/shell/monitors.hpp"

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <algorithm>
#include <memory>

namespace app {
namespace {

struct CloseDisplay
{
    void operator()(Display *display) const { XCloseDisplay(display); }
};
using DisplayHandle = std::unique_ptr<Display, CloseDisplay>;

struct FreeMonitors
{
    void operator()(XRRMonitorInfo *monitors) const { XRRFreeMonitors(monitors); }
};

bool has_monitors(Display *display)
{
    int event = 0;
    int error = 0;
    int major = 0;
    int minor = 0;
    return XRRQueryExtension(display, &event, &error) != 0 && XRRQueryVersion(display, &major, &minor) != 0 &&
           (major > 1 || (major == 1 && minor >= 5));
}

std::string name_of(Display *display, Atom atom)
{
    std::unique_ptr<char, int (*)(void *)> const name{XGetAtomName(display, atom), &XFree};
    return name ? std::string{name.get()} : std::string{};
}

} // namespace

std::vector<Monitor> monitors()
{
    DisplayHandle const display{XOpenDisplay(nullptr)};
    if (!display) {
        return {};
    }
    auto *const d = display.get();
    std::vector<Monitor> found;
    if (has_monitors(d)) {
        int count = 0;
        std::unique_ptr<XRRMonitorInfo, FreeMonitors> const all{XRRGetMonitors(d, DefaultRootWindow(d), True, &count)};
        for (int i = 0; all && i < count; ++i) {
            auto const &m = all.get()[i];
            found.push_back({name_of(d, m.name), m.x, m.y, m.width, m.height, m.primary != 0});
        }
    }
    if (found.empty()) {
        int const screen = DefaultScreen(d);
        found.push_back({"", 0, 0, DisplayWidth(d, screen), DisplayHeight(d, screen), true});
    }
    return found;
}

std::optional<Monitor> other_monitor(std::vector<Monitor> const &all, int x, int y)
{
    auto const holds = [&](Monitor const &m) {
        return x >= m.x && x < m.x + m.width && y >= m.y && y < m.y + m.height;
    };
    // Screens that show the same (a mirrored projector) are none to be told apart.
    auto const found = std::ranges::find_if_not(all, holds);
    return found == all.end() ? std::nullopt : std::optional{*found};
}

void fill_screen(unsigned long window)
{
    DisplayHandle const display{XOpenDisplay(nullptr)};
    if (!display) {
        return;
    }
    auto *const d = display.get();
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = window;
    event.xclient.message_type = XInternAtom(d, "_NET_WM_STATE", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = 1; // add
    event.xclient.data.l[1] = static_cast<long>(XInternAtom(d, "_NET_WM_STATE_FULLSCREEN", False));
    event.xclient.data.l[3] = 1; // asked by an application
    XSendEvent(d, DefaultRootWindow(d), False, SubstructureNotifyMask | SubstructureRedirectMask, &event);
    XFlush(d);
}

} // namespace app
