#pragma once

#include "geo/model/atlas.hpp"

#include <array>
#include <optional>
#include <set>
#include <string>

namespace app {

/// Which events the list and the timeline show. Ids, not indices, so that it outlives a new reading of the atlas.
struct EventFilter
{
    std::set<std::string> categories_off;
    std::set<std::string> sides_off;      ///< an event is hidden if all its sides are off
    std::array<bool, 3> confidence_off{}; ///< by geo::Confidence
    std::string place;                    ///< id; empty: everywhere
    std::string source;                   ///< id; empty: whatever it rests on

    [[nodiscard]] bool empty() const { return *this == EventFilter{}; }
    friend bool operator==(EventFilter const &, EventFilter const &) = default;
};

[[nodiscard]] bool passes(EventFilter const &filter, geo::Event const &event, geo::Atlas const &atlas);

} // namespace app
