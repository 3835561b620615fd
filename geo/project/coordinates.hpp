#pragma once

#include "geo/project/projection.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace geo {

/// How a position is written.
enum class CoordinateForm : std::uint8_t {
    decimal, ///< 41.46310° N 48.80550° E
    dms,     ///< 41°27′47.2″ N 48°48′19.8″ E
    utm,     ///< 39N 316731 4592492: zone and hemisphere, metres east, metres north
    grid,    ///< x 108937 y 52191: metres of the atlas's projection
};

/// Nothing but "–" where a form has no value, such as UTM beyond 84° N and 80° S.
[[nodiscard]] std::string to_text(LonLat at, CoordinateForm form, Projection const &projection);

/// A position, or one sentence that says why not and what would be right.
struct CoordinateParse
{
    std::optional<LonLat> at;
    std::string error;
};

/**
 * Reads what to_text writes, and what people write: degrees with decimals, minutes or seconds, latitude first unless
 * letters (N, S, E, W) say otherwise; UTM by zone and hemisphere; "x … y …" or two numbers beyond any degree in metres
 * of the atlas's projection. Never throws.
 */
[[nodiscard]] CoordinateParse parse_coordinates(std::string_view text, Projection const &projection);

} // namespace geo
