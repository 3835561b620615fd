#pragma once

#include <cstdint>

namespace app {

/// How the interface is coloured; the map has styles of its own.
enum class ThemeId : std::uint8_t { light, dark, contrast };

} // namespace app
