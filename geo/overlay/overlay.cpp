#include "geo/overlay/overlay.hpp"

#include "geo/overlay/geos.hpp"

#include <algorithm>

namespace geo {
namespace {

GeosPtr to_geos(GEOSContextHandle_t context, MultiPolygon const &areas)
{
    std::vector<GEOSGeometry *> parts;
    for (auto const &polygon : areas) {
        std::vector<GEOSGeometry *> rings;
        for (auto const &ring : polygon) {
            rings.push_back(GEOSGeom_createLinearRing_r(
                context, geos_sequence(
                             context, ring, [](LonLat p) { return p.lon; }, [](LonLat p) { return p.lat; })));
        }
        if (!rings.empty() && rings.front() != nullptr) {
            parts.push_back(GEOSGeom_createPolygon_r(context, rings.front(), rings.data() + 1,
                                                     static_cast<unsigned>(rings.size()) - 1));
        }
    }
    return {GEOSGeom_createCollection_r(context, GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size())),
            GeosDeleter{context}};
}

LineString ring_of(GEOSContextHandle_t context, GEOSGeometry const *ring)
{
    auto const *const sequence = GEOSGeom_getCoordSeq_r(context, ring);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(context, sequence, &count);
    LineString points(count);
    for (unsigned i = 0; i < count; ++i) {
        GEOSCoordSeq_getXY_r(context, sequence, i, &points[i].lon, &points[i].lat);
    }
    return points;
}

void collect(GEOSContextHandle_t context, GEOSGeometry const *geometry, MultiPolygon &out)
{
    int const type = GEOSGeomTypeId_r(context, geometry);
    if (type == GEOS_POLYGON && GEOSisEmpty_r(context, geometry) == 0) {
        Polygon polygon{ring_of(context, GEOSGetExteriorRing_r(context, geometry))};
        for (int i = 0; i < GEOSGetNumInteriorRings_r(context, geometry); ++i) {
            polygon.push_back(ring_of(context, GEOSGetInteriorRingN_r(context, geometry, i)));
        }
        out.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(context, geometry); ++i) {
            collect(context, GEOSGetGeometryN_r(context, geometry, i), out);
        }
    }
}

template <typename Overlay>
MultiPolygon overlaid(MultiPolygon const &a, MultiPolygon const &b, Overlay const &overlay)
{
    GeosContext const context;
    auto const left = to_geos(context.get(), a);
    auto const right = to_geos(context.get(), b);
    GeosPtr const result{overlay(context.get(), left.get(), right.get()), GeosDeleter{context.get()}};
    if (!result) {
        return a; // invalid geometry was reported when the atlas was checked; used as it is
    }
    MultiPolygon areas;
    collect(context.get(), result.get(), areas);
    return areas;
}

} // namespace

bool inside(LonLat p, Polygon const &rings)
{
    bool in = false;
    for (auto const &ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            auto const &a = ring[i];
            auto const &b = ring[i + 1];
            if ((a.lat > p.lat) != (b.lat > p.lat) &&
                p.lon < a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) {
                in = !in;
            }
        }
    }
    return in;
}

bool inside(LonLat p, MultiPolygon const &areas)
{
    return std::ranges::count_if(areas, [&](Polygon const &rings) { return inside(p, rings); }) % 2 != 0;
}

MultiPolygon unite(MultiPolygon const &areas)
{
    GeosContext const context;
    auto const shape = to_geos(context.get(), areas);
    GeosPtr const result{GEOSUnaryUnion_r(context.get(), shape.get()), GeosDeleter{context.get()}};
    if (!result) {
        return areas;
    }
    MultiPolygon united;
    collect(context.get(), result.get(), united);
    return united;
}

MultiPolygon difference(MultiPolygon const &areas, MultiPolygon const &masks)
{
    return overlaid(areas, masks, GEOSDifference_r);
}

MultiPolygon intersection(MultiPolygon const &areas, MultiPolygon const &masks)
{
    return overlaid(areas, masks, GEOSIntersection_r);
}

Circle inscribed_circle(MultiPolygon const &areas)
{
    GeosContext const context;
    auto const shape = to_geos(context.get(), areas);
    if (!shape || GEOSisEmpty_r(context.get(), shape.get()) != 0) {
        return {};
    }
    GeosPtr const radius{GEOSMaximumInscribedCircle_r(context.get(), shape.get(), 0.02), GeosDeleter{context.get()}};
    if (!radius) {
        return {};
    }
    auto const line = ring_of(context.get(), radius.get());
    return line.size() == 2 ? Circle{line[0], line[1]} : Circle{};
}

} // namespace geo
