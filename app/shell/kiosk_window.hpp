#pragma once

#include "app/state/viewer_state.hpp"

#include <SFML/Graphics/RenderWindow.hpp>

#include <optional>
#include <string>

namespace app {

/// The size of all screens together by the X server, and of the whole in millimetres; nothing without a display.
struct WholeScreen
{
    Viewport pixels;
    double width_mm = 0;
    double height_mm = 0;
};
[[nodiscard]] std::optional<WholeScreen> whole_screen();

/**
 * Opens the exhibition's window: over all screens, above all else, without frame or cursor, out of a window manager's
 * hands, so that none of its keys closes, moves or hides it. \param size a plain window of that size instead
 */
void open_kiosk_window(sf::RenderWindow &window, std::string const &title, std::optional<Viewport> const &size);

} // namespace app
