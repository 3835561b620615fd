#pragma once

#include <string>
#include <string_view>

namespace geo {

/// What a reader sees of HTML: tags go, breaks and paragraphs become lines, entities their signs. Nothing is run.
[[nodiscard]] std::string plain_text(std::string_view html);

} // namespace geo
