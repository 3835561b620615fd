#include "app/story/reading_pace.hpp"

#include <algorithm>

namespace app {

double reading_seconds(std::string_view utf8)
{
    constexpr double characters_a_second = 13;
    constexpr double to_find_it = 1.5; ///< until the eye has left the map
    auto const letters =
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return letters == 0 ? 0 : to_find_it + static_cast<double>(letters) / characters_a_second;
}

} // namespace app
