#include "app/state/unit_lane.hpp"

#include "geo/state/world_state.hpp"

#include <algorithm>

namespace app {

std::vector<LaneStretch> unit_lane(geo::Atlas const &atlas, geo::Index unit, geo::Span const &shown)
{
    auto const &trajectory = atlas.trajectories[unit];
    std::vector<LaneStretch> lane;
    auto const add = [&](geo::Span const &span, LaneState state) {
        geo::Span const cut{std::max(span.begin, shown.begin), std::min(span.end, shown.end)};
        if (cut.begin < cut.end) {
            lane.push_back({cut, state});
        }
    };
    for (auto const &stay : trajectory.stays) {
        bool const stays_on = stay.span.end == geo::distant_future && stay.span.begin != geo::distant_past;
        auto const known = stays_on ? geo::Span{stay.span.begin, stay.span.begin + geo::news_last} : stay.span;
        add(known, LaneState::halted);
        if (stays_on) {
            add({known.end, geo::distant_future}, LaneState::last_known);
        }
    }
    for (auto const &leg : trajectory.legs) {
        if (!leg.route.points.empty()) {
            add(leg.span, LaneState::moving);
        }
    }
    std::ranges::sort(lane, {}, [](LaneStretch const &s) { return s.span.begin; });
    return lane;
}

geo::Indices units_with_lane(geo::Atlas const &atlas, geo::Span const &shown)
{
    geo::Indices units;
    for (std::size_t i = 0; i < atlas.trajectories.size(); ++i) {
        if (!atlas.trajectories[i].empty() && atlas.trajectories[i].span().overlaps(shown)) {
            units.push_back(static_cast<geo::Index>(i));
        }
    }
    return units;
}

} // namespace app
