#pragma once

#include <span>

namespace app {

/// A key of the viewer and what it does, both message ids.
struct KeyWords
{
    char const *key;
    char const *does;
};

/// Every key, in the order of the help that F1 shows. The manual holds the same (tests/docs).
[[nodiscard]] std::span<KeyWords const> all_keys();

} // namespace app
