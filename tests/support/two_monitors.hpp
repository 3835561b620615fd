#pragma once

#include <memory>

namespace test {

/// The screen of the test divided into two monitors side by side, as long as this lives. Needs a display with
/// XRandR 1.5, such as Xvfb.
class TwoMonitors
{
public:
    TwoMonitors();
    ~TwoMonitors();
    TwoMonitors(TwoMonitors const &) = delete;
    TwoMonitors &operator=(TwoMonitors const &) = delete;

    /// Of the whole screen, pixels.
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    /// What the screen shows at a point, as 0xRRGGBB.
    [[nodiscard]] unsigned long pixel(int x, int y) const;

private:
    struct Screen;
    std::unique_ptr<Screen> m_screen;
};

} // namespace test
