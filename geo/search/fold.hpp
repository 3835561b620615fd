#pragma once

#include <string>
#include <string_view>

namespace geo {

/// Letters as they stand, but in lower case: for telling an exact spelling from a kindred one.
[[nodiscard]] std::string lower_case(std::string_view utf8);

/**
 * What a name sounds like in any spelling, in a few Latin letters: accents, case and script are gone, and what the
 * alphabets of the Caucasus write differently falls together. "Shusha", "Şuşa" and "Шуша" give one text, so do "Ganja",
 * "Gəncə" and "Гянджа". Words are parted by single spaces.
 */
[[nodiscard]] std::string fold(std::string_view utf8);

} // namespace geo
