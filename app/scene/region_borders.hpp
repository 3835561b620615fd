#pragma once

#include "app/scene/camera.hpp"

#include "geo/model/atlas.hpp"
#include "geo/project/projection.hpp"

#include <vector>

namespace app {

/// A stretch of edge that the same regions share for its whole length, on land.
struct RegionBorder
{
    std::vector<geo::MapPoint> points;
    MapBox box;
    geo::Indices owners;       ///< into Atlas::regions, whenever they exist
    double uncertainty_km = 0; ///< the smallest of its owners'
};

/**
 * The edges of all regions, each once, cut where their owners change. What lies in the sea is left out: authored
 * polygons overrun it.
 */
[[nodiscard]] std::vector<RegionBorder> region_borders(geo::Atlas const &atlas, geo::MultiPolygon const &sea,
                                                       geo::Projection const &projection);

/// Whether two of the owners that exist now are held by different polities: then a border shows.
[[nodiscard]] bool divides(RegionBorder const &border, geo::Atlas const &atlas, geo::Indices const &alive);

/// Statuses of regions that say who holds the land; the others lie on top.
[[nodiscard]] bool holds_land(geo::Status status);

} // namespace app
