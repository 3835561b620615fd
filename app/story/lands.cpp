#include "app/story/lands.hpp"

#include "app/scene/region_borders.hpp"

#include <algorithm>

namespace app {
namespace {

/// The extent of the regions of a polity within `limit`; without extent if it holds nothing there.
geo::Box extent_of(geo::Atlas const &atlas, std::string const &polity, geo::Instant t, geo::Box const &limit)
{
    geo::Box reach{limit.east, limit.north, limit.west, limit.south};
    for (auto const &region : atlas.regions) {
        if (region.polity != polity || !holds_land(region.status) || !region.life.span.contains(t)) {
            continue;
        }
        for (auto const &polygon : region.shape) {
            for (auto const &p : polygon.front()) {
                geo::LonLat const within{std::clamp(p.lon, limit.west, limit.east),
                                         std::clamp(p.lat, limit.south, limit.north)};
                reach = {std::min(reach.west, within.lon), std::min(reach.south, within.lat),
                         std::max(reach.east, within.lon), std::max(reach.north, within.lat)};
            }
        }
    }
    return reach;
}

} // namespace

std::vector<Land> lands_of(geo::Atlas const &atlas, geo::Instant t)
{
    constexpr std::size_t keys = 9;
    std::vector<Land> lands;
    for (std::size_t i = 0; i < atlas.info.polities.size() && lands.size() < keys; ++i) {
        auto const extent = extent_of(atlas, atlas.info.polities[i].id, t, atlas.info.home);
        if (extent.west < extent.east && extent.south < extent.north) {
            lands.push_back({i, extent});
        }
    }
    return lands;
}

} // namespace app
