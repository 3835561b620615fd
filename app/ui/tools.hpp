#pragma once

#include "app/state/action.hpp"
#include "app/ui/icons.hpp"

#include <span>

namespace app {

/// A button of the bar at the top right.
struct Tool
{
    char const *id;
    Icon icon;
    char const *tip; ///< a message id
    Action action;
    bool always = false;                       ///< also where the window is small; the menu holds the others as well
    bool (*on)(ViewerState const &) = nullptr; ///< pressed in
    bool (*enabled)(ViewerState const &) = nullptr; ///< null: always
};

/// The buttons, from the left.
[[nodiscard]] std::span<Tool const> all_tools();

/// Width of the bar with the languages beside the buttons, pixels. \param bar its height
[[nodiscard]] float tools_width(float bar, float scale, bool compact);

} // namespace app
