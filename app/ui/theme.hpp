#pragma once

#include "app/scene/style.hpp"
#include "app/state/theme_id.hpp"

#include <imgui.h>

namespace app {

/// Colours of the paper that lies on the map. Every text has a contrast of at least 4.5:1 with the ground that it
/// stands on, in high contrast 7:1 (a test computes it).
struct Theme
{
    Colour paper{0xFB, 0xFA, 0xF6, 0xFF};
    Colour edge{0xD8, 0xD2, 0xC2, 0xFF};
    Colour text{0x20, 0x26, 0x2A, 0xFF};
    Colour secondary{0x6B, 0x66, 0x57, 0xFF};
    Colour accent{0xA8, 0x20, 0x1A, 0xFF};    ///< ground of what matters most, and links
    Colour on_accent{0xFF, 0xFF, 0xFF, 0xFF}; ///< signs on the accent
    Colour selected{0xF1, 0xE3, 0xDA, 0xFF};
    Colour hovered{0xF5, 0xEE, 0xE4, 0xFF};
    Colour chosen{0x20, 0x26, 0x2A, 0xFF};    ///< ground of the chosen one of several buttons
    Colour on_chosen{0xFF, 0xFF, 0xFF, 0xFF}; ///< its word
    Colour button{0xFF, 0xFF, 0xFF, 0xFF};    ///< ground of the other round buttons
    Colour note_ground{0xF4, 0xEE, 0xE0, 0xFF};
    Colour note_bar{0xC8, 0x9B, 0x3C, 0xFF};
    Colour track{0xE4, 0xDE, 0xCE, 0xFF};
};

[[nodiscard]] Theme const &theme_of(ThemeId id);

[[nodiscard]] ImVec4 vec(Colour colour);
[[nodiscard]] ImU32 packed(Colour colour);

/// Sets ImGui's style from the theme. `scale` 1 is 100 %.
void apply(Theme const &theme, float scale);

} // namespace app
