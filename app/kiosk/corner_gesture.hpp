#pragma once

#include "app/scene/scene.hpp"
#include "app/state/viewer_state.hpp"

namespace app {

/// The operator's hidden way in: three taps in the upper left corner, then three in the upper right, within eight
/// seconds. Any other touch begins anew.
struct CornerGesture
{
    int taps = 0;
    double left = 0; ///< seconds that remain
    friend bool operator==(CornerGesture const &, CornerGesture const &) = default;
};

/// \return true when the gesture is complete; it then begins anew
bool feed(CornerGesture &gesture, ScreenPoint at, Viewport const &viewport);
void elapse(CornerGesture &gesture, double seconds);

} // namespace app
