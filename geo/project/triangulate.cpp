#include "geo/project/triangulate.hpp"

#include "geo/overlay/geos.hpp"

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

} // namespace geo
