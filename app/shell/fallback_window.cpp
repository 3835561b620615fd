#include "app/shell/fallback_window.hpp"

#include "app/core/paths.hpp"
#include "app/kiosk/fallback_page.hpp"
#include "app/kiosk/supervisor.hpp"
#include "app/shell/monitors.hpp"
#include "app/vector/cairo_canvas.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <cairo/cairo-xlib.h>

#include <algorithm>
#include <memory>
#include <unistd.h>
#include <vector>

namespace app {
namespace {

struct CloseDisplay
{
    void operator()(Display *display) const { XCloseDisplay(display); }
};

/// The window over all screens, and what is drawn on each.
class FallbackWindow
{
public:
    FallbackWindow(Display *display, KioskSettings const &settings, std::optional<Viewport> const &windowed)
    : d{display}, m_settings{settings}, m_windowed{windowed}
    {
        auto const root = DefaultRootWindow(d);
        XSelectInput(d, root, StructureNotifyMask); // a screen that is turned, added or taken away
        auto const size = whole();
        XSetWindowAttributes set{};
        set.override_redirect = windowed ? False : True;
        set.background_pixel = BlackPixel(d, DefaultScreen(d));
        set.event_mask = ExposureMask;
        m_window = XCreateWindow(d, root, 0, 0, static_cast<unsigned>(size.width), static_cast<unsigned>(size.height),
                                 0, CopyFromParent, InputOutput, CopyFromParent,
                                 CWOverrideRedirect | CWBackPixel | CWEventMask, &set);
        XStoreName(d, m_window, "Marshrut");
        hide_cursor();
        XMapRaised(d, m_window);
    }

    [[noreturn]] void run()
    {
        for (;;) {
            XEvent event{};
            XNextEvent(d, &event); // a lost server ends the process
            if (event.type == ConfigureNotify && !m_windowed) {
                auto const size = whole();
                XMoveResizeWindow(d, m_window, 0, 0, static_cast<unsigned>(size.width),
                                  static_cast<unsigned>(size.height));
                draw();
            } else if (event.type == Expose && event.xexpose.count == 0) {
                draw();
            }
        }
    }

private:
    [[nodiscard]] Viewport whole() const
    {
        XWindowAttributes root{};
        XGetWindowAttributes(d, DefaultRootWindow(d), &root);
        return m_windowed.value_or(Viewport{root.width, root.height});
    }

    void hide_cursor()
    {
        char const nothing = 0;
        auto const bitmap = XCreateBitmapFromData(d, m_window, &nothing, 1, 1);
        XColor black{};
        auto const cursor = XCreatePixmapCursor(d, bitmap, bitmap, &black, &black, 0, 0);
        XDefineCursor(d, m_window, cursor);
        XFreePixmap(d, bitmap);
    }

    void draw()
    {
        auto const size = whole();
        auto const screen = DefaultScreen(d);
        auto *const surface =
            cairo_xlib_surface_create(d, m_window, DefaultVisual(d, screen), size.width, size.height);
        auto *const cairo = cairo_create(surface);
        auto places = m_windowed ? std::vector<Monitor>{} : monitors();
        if (places.empty()) {
            places.push_back({"", 0, 0, size.width, size.height, true});
        }
        for (auto const &place : places) {
            auto const scene = build_fallback(m_settings, {"az", "en", "ru"}, locale_dir(), m_metrics,
                                              {place.width, place.height});
            cairo_save(cairo);
            cairo_translate(cairo, place.x, place.y);
            CairoCanvas{cairo, m_fonts, m_metrics, CairoCanvas::Letters::drawn}.draw(whole_page({&scene}));
            cairo_restore(cairo);
        }
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
        XFlush(d);
    }

    Display *d;
    KioskSettings const &m_settings;
    std::optional<Viewport> m_windowed;
    Window m_window = 0;
    CairoFonts m_fonts;
    FontMetrics m_metrics;
};

} // namespace

void end_with_the_display()
{
    XSetIOErrorHandler([](Display *) -> int { _exit(exit_no_display); });
}

int show_fallback(KioskSettings const &settings, std::optional<Viewport> const &windowed)
{
    std::unique_ptr<Display, CloseDisplay> const display{XOpenDisplay(nullptr)};
    if (!display) {
        return exit_no_display;
    }
    end_with_the_display();
    FallbackWindow{display.get(), settings, windowed}.run();
}

} // namespace app
