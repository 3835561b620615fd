#pragma once

#include <optional>
#include <string>
#include <vector>

namespace app {

/// A screen of the desktop, pixels from the desktop's top left corner.
struct Monitor
{
    std::string name;
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    bool primary = false;
    friend bool operator==(Monitor const &, Monitor const &) = default;
};

/// The screens of the user's display by XRandR 1.5, which SFML does not tell apart; without it the desktop as one.
/// Empty if there is no display.
[[nodiscard]] std::vector<Monitor> monitors();

/// The screen on which to show what a window at that point is not to cover: another than that of the point.
[[nodiscard]] std::optional<Monitor> other_monitor(std::vector<Monitor> const &all, int x, int y);

/// Asks the window manager to give the whole of its screen to a window; without one nothing happens.
void fill_screen(unsigned long window);

} // namespace app
