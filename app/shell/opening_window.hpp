#pragma once

#include "app/shell/imgui_session.hpp"
#include "app/state/viewer_state.hpp"
#include "app/ui/theme.hpp"

#include <SFML/Graphics/RenderWindow.hpp>

#include <future>
#include <memory>

namespace app {

/// The viewer's window and the letters of its panels, made while the atlas is read: blank paper meanwhile.
struct OpeningWindow
{
    /// \param size wished; no larger than the desktop  \param type_scale 1 is 100 %
    OpeningWindow(Viewport size, bool fullscreen, float type_scale, ThemeId theme);

    std::unique_ptr<sf::RenderWindow> window = std::make_unique<sf::RenderWindow>();
    std::future<std::unique_ptr<UiType>> type;
};

/// Opens a window in the middle of the desktop, or over all of it.
void open_window(sf::RenderWindow &window, Viewport size, bool fullscreen);

} // namespace app
