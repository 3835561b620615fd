#include "support/two_monitors.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xrandr.h>

#include <stdexcept>

namespace test {

struct TwoMonitors::Screen
{
    Display *display = XOpenDisplay(nullptr);

    [[nodiscard]] Window root() const { return DefaultRootWindow(display); }
    [[nodiscard]] int width() const { return DisplayWidth(display, DefaultScreen(display)); }
    [[nodiscard]] int height() const { return DisplayHeight(display, DefaultScreen(display)); }

    /// \param output is taken from the monitor that the server makes of it; None: no output
    void set(char const *name, int x, RROutput output) const
    {
        std::unique_ptr<XRRMonitorInfo, void (*)(XRRMonitorInfo *)> const info{
            XRRAllocateMonitor(display, output == 0 ? 0 : 1), &XRRFreeMonitors};
        if (output != 0) {
            info->outputs[0] = output;
        }
        info->name = XInternAtom(display, name, False);
        info->x = x;
        info->y = 0;
        info->width = width() / 2;
        info->height = height();
        info->mwidth = width() / 8;
        info->mheight = height() / 4;
        XRRSetMonitor(display, root(), info.get());
        XSync(display, False);
    }
    [[nodiscard]] RROutput output() const
    {
        std::unique_ptr<XRRScreenResources, void (*)(XRRScreenResources *)> const all{
            XRRGetScreenResourcesCurrent(display, root()), &XRRFreeScreenResources};
        return all && all->noutput > 0 ? all->outputs[0] : 0;
    }
    void remove(char const *name) const { XRRDeleteMonitor(display, root(), XInternAtom(display, name, False)); }
};

TwoMonitors::TwoMonitors() : m_screen{std::make_unique<Screen>()}
{
    if (m_screen->display == nullptr) {
        throw std::runtime_error{"no display"};
    }
    m_screen->set("left", 0, m_screen->output());
    m_screen->set("right", width() / 2, 0);
}

TwoMonitors::~TwoMonitors()
{
    m_screen->remove("left");
    m_screen->remove("right");
    XCloseDisplay(m_screen->display);
}

int TwoMonitors::width() const
{
    return m_screen->width();
}

int TwoMonitors::height() const
{
    return m_screen->height();
}

unsigned long TwoMonitors::pixel(int x, int y) const
{
    XImage *const image = XGetImage(m_screen->display, m_screen->root(), x, y, 1, 1, AllPlanes, ZPixmap);
    if (image == nullptr) {
        throw std::runtime_error{"the screen cannot be read"};
    }
    auto const value = XGetPixel(image, 0, 0) & 0xFFFFFF;
    XDestroyImage(image);
    return value;
}

} // namespace test
