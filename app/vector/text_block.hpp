#pragma once

#include "app/scene/font_metrics.hpp"
#include "app/scene/scene.hpp"

#include <string_view>
#include <vector>

namespace app {

/// How a paragraph is set.
struct BlockType
{
    Face face = Face::sans;
    float size = 16;
    Colour colour{0x20, 0x26, 0x2A, 255};
    float leading = 1.35F; ///< from baseline to baseline, of the size
};

struct TextBlock
{
    std::vector<Item> items; ///< one Text a line
    float height = 0;        ///< from the top given to the foot of the last line
};

/// Text broken into lines of at most `width` pixels, its top left corner at `at`. Breaks at spaces, within a word only
/// where it alone is too long; a line feed begins a new line.
[[nodiscard]] TextBlock set_text(FontMetrics const &fonts, std::string_view utf8, BlockType const &type, ScreenPoint at,
                                 float width);

} // namespace app
