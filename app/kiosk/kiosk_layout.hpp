#pragma once

#include "app/kiosk/kiosk_state.hpp"
#include "app/scene/labels.hpp"

namespace app {

/// How the kiosk's screen is shared, pixels. All that is touched lies in the bar or just above it, in the lower third,
/// within reach from a wheelchair.
struct KioskLayout
{
    float unit = 1;    ///< pixels of a design unit: 1 where the shorter side has 1080
    float type = 27;   ///< of the body text
    float target = 96; ///< least height and width of what is touched
    float slider = 77; ///< height that a finger may hit
    bool upright = false;
    Rect bar;       ///< of the controls, from edge to edge
    Rect map;       ///< what of the map the bar leaves
    Rect card_room; ///< within which a card may spread upwards from its foot
};

[[nodiscard]] KioskLayout lay_out_kiosk(Viewport const &viewport, KioskRules const &rules, bool large);

/// Least size of a target: wished 96 px at 1080, never below 60 px or 15 mm. \param px_per_mm 0: unknown
[[nodiscard]] float target_size(float unit, float px_per_mm);

} // namespace app
