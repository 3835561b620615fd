#pragma once

#include "geo/model/atlas.hpp"

#include <string>
#include <string_view>

namespace geo {

/// The short form of a source for cards. A title that is a description and not a printed title is said in the language
/// if the entry has it there (`custom.title`), so are authors without a name (`custom.author`); otherwise as Source::citation has it.
[[nodiscard]] std::string citation_in(Source const &source, std::string_view language);

} // namespace geo
