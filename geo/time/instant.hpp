#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace geo {

/// Civil time of the atlas's theatre, to the second, proleptic Gregorian. Never converted between zones.
using Instant = std::chrono::local_seconds;
using Seconds = std::chrono::seconds;

/// Before and after everything: the bounds of a span that is open on that side.
inline constexpr Instant distant_past = Instant::min();
inline constexpr Instant distant_future = Instant::max();

/**
 * Half-open span: begin is inside, end is not, so that spans which follow one another
 * neither overlap nor leave a gap. An unbounded side is distant_past or distant_future.
 */
struct Span
{
    Instant begin = distant_past;
    Instant end = distant_future;

    [[nodiscard]] constexpr bool contains(Instant t) const noexcept { return begin <= t && t < end; }
    [[nodiscard]] constexpr bool overlaps(Span const &other) const noexcept
    {
        return begin < other.end && other.begin < end;
    }
    friend constexpr bool operator==(Span const &, Span const &) noexcept = default;
};

/// "1920-04-27T14:15:00"; years before 1 as "-0489-…", beyond ±9999 with more digits. distant bounds give "..".
[[nodiscard]] std::string to_iso(Instant t);

/// Seconds since 1970-01-01T00:00:00 of the civil clock (the pack's begin_s, end_s and M values).
[[nodiscard]] constexpr std::int64_t to_epoch(Instant t) noexcept
{
    return t.time_since_epoch().count();
}

} // namespace geo
