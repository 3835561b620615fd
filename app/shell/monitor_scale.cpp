#include "app/shell/monitor_scale.hpp"

#include <X11/Xlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <string_view>

namespace app {

float monitor_scale()
{
    std::unique_ptr<Display, int (*)(Display *)> const display{XOpenDisplay(nullptr), &XCloseDisplay};
    auto const *const word = display ? XGetDefault(display.get(), "Xft", "dpi") : nullptr;
    if (word == nullptr) {
        return 1;
    }
    std::string_view const text{word};
    float dots = 96;
    std::from_chars(text.data(), text.data() + text.size(), dots);
    return std::clamp(std::round(dots / 96 * 4) / 4, 1.0F, 3.0F);
}

} // namespace app
