#pragma once

#include "geo/time/edtf.hpp"

#include <string>
#include <string_view>

namespace app {

/// A date as people type it, as EDTF: "1920-04-27 12:00" and "27.4.1920 12:00" become "1920-04-27T12:00"; whatever else
/// it is stays as it is.
[[nodiscard]] std::string as_edtf(std::string_view typed);

/// Where a typed date goes: the clock to `at`, and what the ruler should show of it.
struct DateTarget
{
    geo::Instant at{};
    geo::Span meant;   ///< all that the text can mean, within the atlas's time
    std::string error; ///< why it goes nowhere; empty if it does
};
[[nodiscard]] DateTarget date_target(std::string_view typed, geo::Span const &limits);

} // namespace app
