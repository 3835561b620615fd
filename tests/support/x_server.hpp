#pragma once

#include <string>

namespace test {

/// An X server of the test's own (Xvfb, 1280x720), which may go and come back under the same name.
class XServer
{
public:
    XServer() { start(); }
    ~XServer() { stop(); }
    XServer(XServer const &) = delete;
    XServer &operator=(XServer const &) = delete;

    void start();
    void stop();
    [[nodiscard]] std::string const &name() const { return m_name; }
    /// Colour of a pixel of the whole screen, 0xRRGGBB.
    [[nodiscard]] unsigned long pixel(int x, int y) const;
    /// How many colours the screen shows, up to `most`: a black one shows one.
    [[nodiscard]] std::size_t colours(std::size_t most = 16) const;
    /// Presses keys one after the other, in xdotool's words: "alt+F4 Escape".
    void press(std::string const &keys) const;
    /// Wishes of every window that it close, as a window manager sends them.
    void ask_to_close() const;
    /// A tap with the pointer.
    void tap(int x, int y) const;

private:
    std::string m_name; ///< ":42"
    int m_pid = 0;
};

} // namespace test
