#include "app/kiosk/corner_gesture.hpp"

namespace app {
namespace {

constexpr double time_allowed = 8;
constexpr int taps_each = 3;
constexpr float reach = 110; ///< pixels from the corner

} // namespace

bool feed(CornerGesture &gesture, ScreenPoint at, Viewport const &viewport)
{
    bool const left = at.x < reach && at.y < reach;
    bool const right = at.x > static_cast<float>(viewport.width) - reach && at.y < reach;
    bool const wants_left = gesture.taps < taps_each;
    if (wants_left ? !left : !right) {
        gesture = {};
        return false;
    }
    if (gesture.taps == 0) {
        gesture.left = time_allowed;
    }
    ++gesture.taps;
    if (gesture.taps < 2 * taps_each) {
        return false;
    }
    gesture = {};
    return true;
}

void elapse(CornerGesture &gesture, double seconds)
{
    gesture.left -= seconds;
    if (gesture.taps > 0 && gesture.left <= 0) {
        gesture = {};
    }
}

} // namespace app
