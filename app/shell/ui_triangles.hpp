#pragma once

#include "app/paint/painter.hpp"

struct ImDrawData;

namespace app {

/// ImGui's draw lists as triangles of the painter, cut to their clip rectangles, so that all of it is one batch for as
/// long as the texture stays. Textures are sf::Texture by address.
[[nodiscard]] Prepared to_prepared(ImDrawData const &data);

} // namespace app
