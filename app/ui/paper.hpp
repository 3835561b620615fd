#pragma once

#include "app/ui/layout.hpp"
#include "app/ui/theme.hpp"

#include <vector>

namespace app {

/// The panels that are open, in no order.
[[nodiscard]] std::vector<PanelRect> panels_of(Layout const &layout);

/// The sheets of paper under the panels with their soft shadows. They change only with the layout, so they are painted
/// into the kept picture: as windows of ImGui they would be blended anew in every frame, which costs more than all
/// else.
void draw_paper(Layout const &layout, Theme const &theme, std::vector<Item> &out);

} // namespace app
