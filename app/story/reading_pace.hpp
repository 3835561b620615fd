#pragma once

#include <string_view>

namespace app {

/**
 * Seconds in which a text that stands on a screen is read without haste. Subtitles are made for 12 to 17 characters a
 * second; whoever stands before a map, looks up from it and may read a second language gets the slow end.
 */
[[nodiscard]] double reading_seconds(std::string_view utf8);

} // namespace app
