#pragma once

#include "app/ui/fonts.hpp"

struct ImFontAtlas;

namespace app {

/// Builds the type of the interface, in place of what the atlas held. \param scale 1 is 100 %
[[nodiscard]] UiFonts load_fonts(ImFontAtlas &atlas, float scale);

} // namespace app
