#pragma once

#include "app/state/action.hpp"

#include <SFML/Window/Event.hpp>

#include <optional>

namespace app {

/// What the window itself does at a key.
enum class WindowCommand { none, quit, toggle_fullscreen, reload, copy_view, copy_citation, paste_view };

/**
 * Turns the window's events into actions on the map: drag, wheel, click and keys. A drag that began on the map ends
 * there, wherever the pointer goes.
 */
class MapInput
{
public:
    /// \param panels_have_mouse whether a panel lies under the pointer
    /// \return what is left for the window
    WindowCommand handle(sf::Event const &event, bool panels_have_mouse, bool panels_have_keys, Actions &actions);

    /// Where the map was clicked since the last call, if it was: the caller selects what lies there.
    [[nodiscard]] std::optional<ScreenPoint> take_click();
    [[nodiscard]] bool dragging() const { return m_moved; }

private:
    WindowCommand handle_key(sf::Event::KeyEvent const &key, Actions &actions);

    bool m_holding = false;
    bool m_moved = false;
    ScreenPoint m_from;
    ScreenPoint m_last;
    std::optional<ScreenPoint> m_click;
};

} // namespace app
