#pragma once

#include "app/ui/layout.hpp"
#include "app/ui/theme.hpp"

#include <vector>

namespace app {

constexpr float paper_radius = 10; ///< of the sheets' corners at scale 1, pixels

/// The panels that are open, in no order.
[[nodiscard]] std::vector<PanelRect> panels_of(Layout const &layout);

/// The sheets of paper under the panels with their soft shadows. They change only with the layout, so their vertices
/// are kept; as textured windows of ImGui they would cost more in every frame than all else.
void draw_paper(Layout const &layout, Theme const &theme, std::vector<Item> &out);

} // namespace app
