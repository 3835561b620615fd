#pragma once

#include "app/ui/panels.hpp"

#include <string>

namespace app {

/// An aside on a ground of its own with a bar at the left. \param lead small words over it, or null
/// \param font of the text; null: the note's
void boxed(PanelContext const &context, char const *lead, std::string const &text, ImFont *font = nullptr);

} // namespace app
