#pragma once

#include "app/i18n/texts.hpp"
#include "app/scene/font_metrics.hpp"
#include "app/scene/labels.hpp"
#include "app/state/action.hpp"

#include "geo/model/atlas.hpp"

#include <optional>
#include <vector>

namespace app {

/// Colours of what is shown to a class: every text on its ground has a contrast of at least 7:1.
struct SlideColours
{
    Colour paper{0xFB, 0xFA, 0xF6, 0xFF};
    Colour text{0x14, 0x18, 0x1C, 0xFF};
    Colour quiet{0x4A, 0x46, 0x3B, 0xFF};
    Colour accent{0x98, 0x1B, 0x16, 0xFF};
    Colour box{0xF4, 0xEE, 0xE0, 0xFF};
    Colour bar{0xC8, 0x9B, 0x3C, 0xFF};
    Colour edge{0xD8, 0xD2, 0xC2, 0xFF};
    Colour blank{0x08, 0x08, 0x08, 0xFF};
};

/// What a slide is made of.
struct SlideInput
{
    geo::Atlas const &atlas;
    ViewerState const &state;
    Texts const &texts;
    FontMetrics const &fonts;
};

/// A part of the slide that does something when it is clicked.
struct SlideButton
{
    Rect rect;
    Action action;
};

/// What stands beside the map for a class, in type of 1/25 of the height and more.
struct Slide
{
    Scene scene;
    std::vector<SlideButton> buttons;
};

/// The told step, the quiz or, with neither, the date alone. With a blank screen: nothing else. Pure.
[[nodiscard]] Slide build_slide(SlideInput const &in);

/// What a click there does; nothing beside the buttons.
[[nodiscard]] std::optional<Action> action_at(Slide const &slide, ScreenPoint at);

/// The mark of the laser or the light of the spot at a place of the view, pixels.
[[nodiscard]] Scene build_pointer(Pointer pointer, ScreenPoint at, Viewport const &viewport);

} // namespace app
