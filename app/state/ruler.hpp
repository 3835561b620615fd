#pragma once

#include "geo/time/instant.hpp"

#include <vector>

namespace app {

/// One mark of the time ruler.
struct RulerTick
{
    geo::Instant at{};
    bool day = false; ///< begins a day (or, on coarse rulers, a month or year): labelled with its date
};

/// Marks for a span drawn `width` pixels wide, at least `spacing` pixels apart, at round civil times.
[[nodiscard]] std::vector<RulerTick> ruler_ticks(geo::Span const &span, double width, double spacing);

/// Seconds of one step back or forward that suits what the ruler shows.
[[nodiscard]] geo::Seconds step_for(geo::Span const &ruler);

/// The ruler zoomed by `factor` (> 1: a shorter time) so that `about` keeps its place, within `limits` and
/// never shorter than ten minutes.
[[nodiscard]] geo::Span zoom_ruler(geo::Span const &ruler, geo::Instant about, double factor, geo::Span const &limits);
/// The ruler moved, kept within `limits`.
[[nodiscard]] geo::Span pan_ruler(geo::Span const &ruler, geo::Seconds by, geo::Span const &limits);
/// The ruler moved as far as is needed to show `t`; as it is if it shows it already.
[[nodiscard]] geo::Span follow(geo::Span const &ruler, geo::Instant t, geo::Span const &limits);

/// Where an instant lies on the ruler: 0 at its begin, 1 at its end; may lie outside.
[[nodiscard]] double share_of(geo::Span const &ruler, geo::Instant t);
[[nodiscard]] geo::Instant instant_at(geo::Span const &ruler, double share);

} // namespace app
