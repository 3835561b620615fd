#pragma once

#include "geo/model/atlas.hpp"
#include "geo/movement/trajectory.hpp"

#include <cstdint>
#include <vector>

namespace app {

/// What a unit does in a stretch of time; where nothing is said, no stretch stands.
enum class LaneState : std::uint8_t { halted, moving, last_known };

struct LaneStretch
{
    geo::Span span;
    LaneState state = LaneState::halted;
    friend bool operator==(LaneStretch const &, LaneStretch const &) = default;
};

/// The unit's stretches that meet `shown`, in order of time, cut to it. Outside them nobody says where it is.
[[nodiscard]] std::vector<LaneStretch> unit_lane(geo::Atlas const &atlas, geo::Index unit, geo::Span const &shown);

/// The units that have a lane of their own in `shown`, in the order of the atlas.
[[nodiscard]] geo::Indices units_with_lane(geo::Atlas const &atlas, geo::Span const &shown);

} // namespace app
