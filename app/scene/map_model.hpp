#pragma once

#include "app/scene/camera.hpp"
#include "app/scene/guest_shapes.hpp"
#include "app/scene/region_borders.hpp"
#include "app/scene/unit_looks.hpp"
#include "app/scene/way_density.hpp"

#include "geo/model/atlas.hpp"
#include "geo/model/base_map.hpp"
#include "geo/project/projection.hpp"
#include "geo/project/triangulate.hpp"

#include <memory>
#include <vector>

namespace app {

/// A line of the map plane with what it reaches over.
struct ModelLine
{
    std::vector<geo::MapPoint> points;
    MapBox box;
    geo::Index index = 0; ///< of the atlas's line, region or base feature it comes from
    int rank = 5;
};

/// An area of the map plane with its triangles shared into every scene.
struct ModelArea
{
    std::vector<geo::MapPoint> points;
    std::vector<std::uint32_t> ring_ends;
    std::shared_ptr<std::vector<std::uint32_t> const> triangles;
    MapBox box;
    geo::Index index = 0;
};

/// A name to letter: over an area, or along a line.
struct ModelName
{
    geo::LocalText text;
    std::string kind;
    int rank = 5;
    std::vector<geo::MapPoint> course; ///< one point, or the line to letter along
};

/// A roomy spot of a region, for its lettering.
struct RegionSeat
{
    geo::MapPoint at;
    double radius = 0;  ///< of the circle about it that lies within the region's land, map metres
    geo::MapPoint from; ///< the longest way across the region through it, rather level than steep, from the left
    geo::MapPoint to;
};

/// The way of a leg in the plane, with its arc length (metres on the ellipsoid).
struct ModelRoute
{
    std::vector<geo::MapPoint> points;
    std::vector<double> metres;
};

/**
 * Atlas and base map projected once, so that no frame touches PROJ or GEOS. Immutable; shared by all scenes.
 */
struct MapModel
{
    std::shared_ptr<geo::Atlas const> atlas;
    std::vector<ModelArea> land;
    std::vector<ModelArea> lakes;
    std::vector<ModelLine> coast;
    std::vector<ModelLine> rivers;
    std::vector<ModelName> names;
    std::vector<ModelArea> regions;             ///< index: Atlas::regions; the atlas's own, without the sea
    std::vector<RegionBorder> borders;          ///< edges between regions, on land
    std::vector<ModelLine> claim_edges;         ///< outlines of what is claimed or neutral; index: Atlas::regions
    std::vector<std::vector<RegionSeat>> seats; ///< where to letter each region, same order; the roomiest first
    std::vector<ModelLine> lines;               ///< index: Atlas::lines; the atlas's own
    std::shared_ptr<GuestShapes const> guests;  ///< lines and areas of other people's files
    std::vector<geo::MapPoint> places;
    std::vector<std::vector<ModelRoute>> routes; ///< by unit, by leg
    WayDensity way_density;                      ///< of `routes`
    UnitLooks looks;
    std::vector<ModelLine> graticule; ///< index: 0 meridian, 1 parallel; rank: degrees
    std::shared_ptr<Raster const> relief;
    MapBox relief_box;
    double base_scale = 0; ///< denominator to which the base map is good
    geo::LocalText attribution;
};

/// True if the region's land holds the point.
[[nodiscard]] bool holds(MapModel const &map, geo::Index region, geo::MapPoint point);

/// A shading (one grey a cell) as a picture to multiply over the map.
[[nodiscard]] Raster shading_picture(unsigned width, unsigned height, std::vector<std::uint8_t> const &grey);

/// What is dear to make is taken from `base.prepared` where that fits.
/// \throws geo::DataError if the relief cannot be read
[[nodiscard]] MapModel make_map_model(std::shared_ptr<geo::Atlas const> atlas, geo::BaseMap const &base,
                                      geo::Projection const &projection);

} // namespace app
