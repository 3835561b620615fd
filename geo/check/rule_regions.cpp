#include "geo/check/rule_set.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/overlay/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace geo {
namespace {

constexpr double tolerated_km2 = 1;

/// States hold land; claims, disputes and neutral zones lie on top.
bool holds_land(Region const &region)
{
    return region.status == Status::sovereign || region.status == Status::controlled ||
           region.status == Status::occupied;
}

MultiPolygon sea_of(BaseMap const *base)
{
    MultiPolygon sea;
    if (auto const *const layer = base != nullptr ? base->find("sea") : nullptr) {
        for (auto const &feature : layer->features) {
            sea.insert(sea.end(), feature.areas.begin(), feature.areas.end());
        }
    }
    return sea;
}

Box box_of(MultiPolygon const &areas)
{
    Box box{180, 90, -180, -90};
    for (auto const &polygon : areas) {
        for (auto const &p : polygon.front()) {
            box = {std::min(box.west, p.lon), std::min(box.south, p.lat), std::max(box.east, p.lon),
                   std::max(box.north, p.lat)};
        }
    }
    return box;
}

bool meet(Box const &a, Box const &b)
{
    return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}

/// The largest part of an area on land, and the land's area in all.
struct Land
{
    double km2 = 0;
    LonLat where;
};

Land on_land(MultiPolygon const &areas, MultiPolygon const &sea)
{
    Land land;
    double most = 0;
    for (auto const &polygon : sea.empty() ? areas : difference(areas, sea)) {
        double const km2 = area_km2(polygon);
        land.km2 += km2;
        if (km2 > most) {
            most = km2;
            land.where = inscribed_circle({polygon}).centre;
        }
    }
    return land;
}

} // namespace

void check_gaps(Examined const &what, Problems &problems)
{
    auto const sea = sea_of(what.base);
    auto const &told_of = what.atlas.info.span; // what lies outside the atlas's span need not be complete
    std::set<Instant> changes{told_of.begin};
    for (auto const &region : what.atlas.regions) {
        for (auto const when : {region.life.span.begin, region.life.span.end}) {
            if (told_of.contains(when)) {
                changes.insert(when);
            }
        }
    }
    std::set<std::pair<long, long>> told; // a hole that stays is told once, by its place to a hundredth of a degree
    for (auto const when : changes) {
        MultiPolygon held;
        for (auto const &region : what.atlas.regions) {
            if (holds_land(region) && region.life.span.contains(when)) {
                held.insert(held.end(), region.shape.begin(), region.shape.end());
            }
        }
        for (auto const &polygon : unite(held)) {
            for (std::size_t hole = 1; hole < polygon.size(); ++hole) {
                auto const land = on_land({{polygon[hole]}}, sea);
                auto const place = std::pair{std::lround(land.where.lon * 100), std::lround(land.where.lat * 100)};
                if (land.km2 > tolerated_km2 && told.insert(place).second) {
                    problems.push_back(
                        {Severity::warning, "regions.geojson", "", "geometry",
                         fmt::format("from {} on no state holds {:.1f} km² about {:.3f} E, {:.3f} N; let the "
                                     "neighbours share their edge there",
                                     to_iso(when), land.km2, land.where.lon, land.where.lat)});
                }
            }
        }
    }
}

void check_overlaps(Examined const &what, Problems &problems)
{
    auto const sea = sea_of(what.base);
    auto const &regions = what.atlas.regions;
    std::vector<Box> boxes;
    std::ranges::transform(regions, std::back_inserter(boxes), [](Region const &r) { return box_of(r.shape); });
    for (std::size_t a = 0; a < regions.size(); ++a) {
        for (std::size_t b = a + 1; b < regions.size(); ++b) {
            if (!holds_land(regions[a]) || !holds_land(regions[b]) ||
                !regions[a].life.span.overlaps(regions[b].life.span) || !meet(boxes[a], boxes[b])) {
                continue;
            }
            auto const land = on_land(intersection(regions[a].shape, regions[b].shape), sea);
            if (land.km2 > tolerated_km2) {
                warn(problems, "regions", regions[b].id, "geometry",
                     fmt::format("shares {:.1f} km² with '{}' about {:.3f} E, {:.3f} N at the same time; let the two "
                                 "share their edge",
                                 land.km2, regions[a].id, land.where.lon, land.where.lat));
            }
        }
    }
}

} // namespace geo
