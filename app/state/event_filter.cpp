#include "app/state/event_filter.hpp"

#include <algorithm>

namespace app {
namespace {

template <typename Feature>
bool names(geo::Indices const &indices, std::vector<Feature> const &features, std::string const &id)
{
    return std::ranges::any_of(indices, [&](geo::Index i) { return features[i].id == id; });
}

} // namespace

bool passes(EventFilter const &filter, geo::Event const &event, geo::Atlas const &atlas)
{
    bool const all_sides_off = !event.sides.empty() && std::ranges::all_of(event.sides, [&](auto const &side) {
        return filter.sides_off.contains(side);
    });
    return !filter.categories_off.contains(event.category) && !all_sides_off &&
           !filter.confidence_off.at(static_cast<std::size_t>(event.confidence)) &&
           (filter.place.empty() || names(event.places, atlas.places, filter.place)) &&
           (filter.source.empty() || names(event.sources, atlas.sources, filter.source));
}

} // namespace app
