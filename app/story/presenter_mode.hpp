#pragma once

#include <cstdint>

namespace app {

/// What the teacher points with.
enum class Pointer : std::uint8_t { none, laser, spotlight };

/// The presentation to a class. A small part of ViewerState.
struct PresenterMode
{
    bool on = false;
    int screens = 1; ///< with two, the second shows the slide and the first stays the teacher's
    bool blank = false;
    bool blind = false; ///< names are hidden, so that the class can be asked for them
    Pointer pointer = Pointer::none;
    int timer_minutes = 0; ///< 0: no timer
    double timer_left = 0; ///< seconds; below 0: it has run out so long ago
    bool timer_runs = false;
    friend bool operator==(PresenterMode const &, PresenterMode const &) = default;
};

/// Whether the viewer's own window shows the slide: it does where there is no second screen.
[[nodiscard]] constexpr bool on_slide(PresenterMode const &mode)
{
    return mode.on && mode.screens < 2;
}

} // namespace app
