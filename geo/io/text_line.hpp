#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace geo {

// What a stranger's text may hold, made fit for one line of a message.

/// A letter at the begin of a text, and how many bytes it takes.
struct Utf8Letter
{
    char32_t code = 0;
    std::size_t bytes = 0;
};
/// Nothing where the text is empty or no UTF-8: cut off, overlong, or half of a surrogate pair.
[[nodiscard]] std::optional<Utf8Letter> first_letter(std::string_view text);

[[nodiscard]] bool is_utf8(std::string_view text);

/// The begin of a text, at most so many bytes, without cutting a letter.
[[nodiscard]] std::string_view begin_of(std::string_view text, std::size_t bytes);

/// The text as UTF-8 that every list and file can hold: other bytes become "?", control characters blanks, except line
/// feed and tab.
[[nodiscard]] std::string sound_text(std::string_view text);

/// The text as one line that can neither forge another nor steer a terminal: control characters, line separators, signs
/// that turn the direction of writing, and bytes that are no UTF-8 are written out ("\x1B", "\u202E").
[[nodiscard]] std::string plain_line(std::string_view text);

} // namespace geo
