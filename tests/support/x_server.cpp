#include "support/x_server.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <set>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace test {
namespace {

struct CloseDisplay
{
    void operator()(Display *display) const { XCloseDisplay(display); }
};
struct DestroyImage
{
    void operator()(XImage *image) const { XDestroyImage(image); }
};

std::unique_ptr<Display, CloseDisplay> connected(std::string const &name)
{
    std::unique_ptr<Display, CloseDisplay> display{XOpenDisplay(name.c_str())};
    if (!display) {
        throw std::runtime_error{"the test's own X server does not answer"};
    }
    return display;
}

[[noreturn]] void become_server(std::string const &name, int ready)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    int const nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(nothing, STDERR_FILENO);
    auto const handle = std::to_string(ready);
    std::vector<char const *> words{"Xvfb"};
    if (!name.empty()) {
        words.push_back(name.c_str());
    }
    for (char const *const word :
         {"-displayfd", handle.c_str(), "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"}) {
        words.push_back(word);
    }
    words.push_back(nullptr);
    execvp("Xvfb", const_cast<char *const *>(words.data()));
    _exit(127);
}

} // namespace

void XServer::start()
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        throw std::runtime_error{"no pipe"};
    }
    m_pid = fork();
    if (m_pid == 0) {
        close(ends[0]);
        become_server(m_name, ends[1]);
    }
    close(ends[1]);
    std::string number;
    for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) {
        number += c;
    }
    close(ends[0]);
    if (number.empty()) {
        throw std::runtime_error{"Xvfb does not start"};
    }
    m_name = ":" + number;
}

void XServer::stop()
{
    if (m_pid > 0) {
        kill(m_pid, SIGTERM);
        waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }
}

unsigned long XServer::pixel(int x, int y) const
{
    auto const display = connected(m_name);
    std::unique_ptr<XImage, DestroyImage> const image{
        XGetImage(display.get(), DefaultRootWindow(display.get()), x, y, 1, 1, AllPlanes, ZPixmap)};
    return XGetPixel(image.get(), 0, 0) & 0xFFFFFFU;
}

std::size_t XServer::colours(std::size_t most) const
{
    auto const display = connected(m_name);
    auto *const d = display.get();
    int const width = DisplayWidth(d, DefaultScreen(d));
    int const height = DisplayHeight(d, DefaultScreen(d));
    std::unique_ptr<XImage, DestroyImage> const image{XGetImage(d, DefaultRootWindow(d), 0, 0,
                                                                static_cast<unsigned>(width),
                                                                static_cast<unsigned>(height), AllPlanes, ZPixmap)};
    std::set<unsigned long> seen;
    for (int y = 0; y < height && seen.size() < most; y += 3) {
        for (int x = 0; x < width && seen.size() < most; x += 3) {
            seen.insert(XGetPixel(image.get(), x, y));
        }
    }
    return seen.size();
}

void XServer::press(std::string const &keys) const
{
    if (std::system(fmt::format("DISPLAY={} xdotool key {}", m_name, keys).c_str()) != 0) {
        throw std::runtime_error{"xdotool does not work"};
    }
}

void XServer::ask_to_close() const
{
    auto const display = connected(m_name);
    auto *const d = display.get();
    Window root = 0;
    Window parent = 0;
    Window *windows = nullptr;
    unsigned count = 0;
    if (XQueryTree(d, DefaultRootWindow(d), &root, &parent, &windows, &count) == 0) {
        return;
    }
    for (unsigned i = 0; i < count; ++i) {
        XEvent wish{};
        wish.xclient.type = ClientMessage;
        wish.xclient.window = windows[i];
        wish.xclient.message_type = XInternAtom(d, "WM_PROTOCOLS", False);
        wish.xclient.format = 32;
        wish.xclient.data.l[0] = static_cast<long>(XInternAtom(d, "WM_DELETE_WINDOW", False));
        XSendEvent(d, windows[i], False, NoEventMask, &wish);
    }
    XFree(windows);
    XSync(d, False);
}

void XServer::tap(int x, int y) const
{
    auto const words = fmt::format("DISPLAY={} xdotool mousemove {} {} click 1", m_name, x, y);
    if (std::system(words.c_str()) != 0) {
        throw std::runtime_error{"xdotool does not work"};
    }
}

} // namespace test
