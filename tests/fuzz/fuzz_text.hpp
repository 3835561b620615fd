#pragma once

#include "geo/io/text_line.hpp"

#include <cstdint>
#include <string_view>

namespace fuzz {

inline std::string_view as_text(std::uint8_t const *data, std::size_t size)
{
    return {reinterpret_cast<char const *>(data), size};
}

inline void require(bool holds)
{
    if (!holds) {
        __builtin_trap();
    }
}

/// What is told is one line that can be printed, and says something.
inline void require_line(std::string_view text)
{
    require(!text.empty() && geo::plain_line(text) == text);
}

} // namespace fuzz
