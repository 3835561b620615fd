#pragma once

#include "app/kiosk/gestures.hpp"
#include "app/kiosk/kiosk_skin.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What fingers want of the kiosk.
struct KioskWishes
{
    KioskActions actions;
    KioskCommand command = KioskCommand::none;
    std::vector<ScreenPoint> taps; ///< on the map: what lies there is to be chosen
};

/**
 * Gives fingers to controls, slider and map. A button acts when the finger is lifted from it, and not if it slid off
 * before (WCAG 2.5.2); a drag that began on the map stays the map's. The touch that wakes the display, or answers "still
 * there?", moves the map but chooses nothing.
 */
class KioskTouches
{
public:
    [[nodiscard]] KioskWishes feed(Touch const &touch, KioskSkin const &skin, SkinInput const &in);
    /// The page changed by itself: fingers that are down do nothing more.
    void reset();
    /// Id of the control under a finger; empty: none.
    [[nodiscard]] std::string const &pressed() const { return m_pressed; }
    [[nodiscard]] bool touched() const { return m_held.has_value() || m_gestures.touched(); }

private:
    struct Held
    {
        int finger = 0;
        KioskControl control;
    };
    void begin(Touch const &touch, KioskSkin const &skin, SkinInput const &in, KioskWishes &wishes);
    void slide(float x, SkinInput const &in, KioskWishes &wishes) const;
    void gestures(Touch const &touch, KioskWishes &wishes);

    GestureRecogniser m_gestures;
    std::optional<Held> m_held;
    std::string m_pressed;
    bool m_waking = false; ///< the fingers that are down woke the display
};

} // namespace app
