#pragma once

#include "app/paint/tiles.hpp"

#include <SFML/Graphics/RenderWindow.hpp>

#include <vector>

namespace app {

/// Whether what was drawn into the window stays in its back buffer when it is shown, and parts of it can be shown
/// alone. So it is where Mesa draws in software (a back buffer in memory, GLX_MESA_copy_sub_buffer); there bringing the
/// whole window to the screen is the dearest step of a frame.
[[nodiscard]] bool back_buffer_stays(sf::RenderWindow &window);

/// Shows these parts of the back buffer; all else on the screen stays. Only where `back_buffer_stays`.
void show_parts(std::vector<PixelRect> const &parts, sf::RenderWindow &window);

} // namespace app
