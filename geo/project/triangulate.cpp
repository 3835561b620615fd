#include "geo/project/triangulate.hpp"

#include "geo/project/geos.hpp"

#include <bit>
#include <cmath>
#include <unordered_map>

namespace geo {
namespace {

struct PointHash
{
    std::size_t operator()(MapPoint const &p) const noexcept
    {
        return std::bit_cast<std::uint64_t>(p.x) * 0x9E3779B97F4A7C15ULL ^ std::bit_cast<std::uint64_t>(p.y);
    }
};

GeosPtr polygon_of(GEOSContextHandle_t context, FlatArea const &area)
{
    std::vector<GEOSGeometry *> rings;
    std::uint32_t begin = 0;
    for (auto const end : area.ring_ends) {
        std::vector<MapPoint> ring(area.points.begin() + begin, area.points.begin() + end);
        ring.push_back(ring.front());
        auto *const sequence = geos_sequence(
            context, ring, [](MapPoint p) { return p.x; }, [](MapPoint p) { return p.y; });
        rings.push_back(GEOSGeom_createLinearRing_r(context, sequence));
        begin = end;
    }
    return {GEOSGeom_createPolygon_r(context, rings.front(), rings.data() + 1, static_cast<unsigned>(rings.size()) - 1),
            GeosDeleter{context}};
}

/// Indices of the corners of one GEOS triangle; false if one is no point of ours.
bool add_triangle(GEOSContextHandle_t context, GEOSGeometry const *triangle,
                  std::unordered_map<MapPoint, std::uint32_t, PointHash> const &index, std::vector<std::uint32_t> &out)
{
    auto const *const sequence = GEOSGeom_getCoordSeq_r(context, GEOSGetExteriorRing_r(context, triangle));
    std::uint32_t corners[3];
    for (unsigned i = 0; i < 3; ++i) {
        MapPoint p;
        GEOSCoordSeq_getXY_r(context, sequence, i, &p.x, &p.y);
        auto const found = index.find(p);
        if (found == index.end()) {
            return false;
        }
        corners[i] = found->second;
    }
    out.insert(out.end(), std::begin(corners), std::end(corners));
    return true;
}

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
        return a; // invalid geometry was reported when the atlas was checked; drawn as it is
    }
    MultiPolygon areas;
    collect(context.get(), result.get(), areas);
    return areas;
}

} // namespace

FlatArea triangulate(Polygon const &polygon, Projection const &projection)
{
    FlatArea area;
    for (auto const &ring : polygon) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            auto const p = projection.forward(ring[i]);
            if (std::isfinite(p.x) && std::isfinite(p.y)) {
                area.points.push_back(p);
            }
        }
        auto const before = area.ring_ends.empty() ? 0U : area.ring_ends.back();
        if (area.points.size() < before + 3) {
            area.points.resize(before); // too small to be an area
            continue;
        }
        area.ring_ends.push_back(static_cast<std::uint32_t>(area.points.size()));
    }
    if (area.ring_ends.empty()) {
        return area;
    }
    std::unordered_map<MapPoint, std::uint32_t, PointHash> index;
    for (std::uint32_t i = 0; i < area.points.size(); ++i) {
        index.emplace(area.points[i], i);
    }
    GeosContext const context;
    auto const shape = polygon_of(context.get(), area);
    if (!shape) {
        return area;
    }
    GeosPtr const triangles{GEOSConstrainedDelaunayTriangulation_r(context.get(), shape.get()),
                            GeosDeleter{context.get()}};
    for (int i = 0; triangles && i < GEOSGetNumGeometries_r(context.get(), triangles.get()); ++i) {
        add_triangle(context.get(), GEOSGetGeometryN_r(context.get(), triangles.get(), i), index, area.triangles);
    }
    return area;
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
