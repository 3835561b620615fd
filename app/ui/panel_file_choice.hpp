#pragma once

#include "app/state/file_choice.hpp"

#include <span>
#include <string_view>

namespace app {

/// Endings of the files that a purpose is about, lower case.
[[nodiscard]] std::span<std::string_view const> endings_for(FilePurpose purpose);

} // namespace app
