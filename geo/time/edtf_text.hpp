#pragma once

#include "geo/time/edtf.hpp"

#include <string>

namespace geo {

/// A text that parse_edtf reads as the same time and qualifiers: "1920-04-27T00:15~". Seasons, decades and unspecified
/// digits come out as the interval of months that they mean. For years of at most four digits.
[[nodiscard]] std::string to_text(Edtf const &date);

} // namespace geo
