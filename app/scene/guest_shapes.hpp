#pragma once

#include "app/scene/camera.hpp"

#include "geo/model/atlas.hpp"
#include "geo/project/projection.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace app {

/**
 * Lines and areas of other people's files, as they were read. They may be millions of points of which no picture shows
 * more than a few thousand: they are projected, thinned and filled by whoever draws them, at his scale, and only those
 * in view. May be asked from several threads.
 */
class GuestShapes
{
public:
    GuestShapes(std::shared_ptr<geo::Atlas const> atlas, geo::Projection const &projection);

    /// One line of a feature, within its box.
    struct Line
    {
        geo::LineString const *points = nullptr;
        geo::Index index = 0; ///< into Atlas::lines
        MapBox box;
    };
    /// One polygon of a feature.
    struct Area
    {
        geo::Polygon const *rings = nullptr;
        geo::Index index = 0; ///< into Atlas::regions
        MapBox box;
    };
    /// In the order of the atlas. The first one who asks waits until their boxes are found.
    [[nodiscard]] std::vector<Line> const &lines() const { return found().lines; }
    [[nodiscard]] std::vector<Area> const &areas() const { return found().areas; }

    /// Whether an area of the region holds the point of the plane.
    [[nodiscard]] bool holds(geo::Index region, geo::MapPoint point) const;

    /// A projection of the caller's own, as one cannot be used by two threads; given back when it goes.
    class Lease
    {
    public:
        explicit Lease(GuestShapes const &of);
        ~Lease();
        Lease(Lease const &) = delete;
        Lease &operator=(Lease const &) = delete;
        [[nodiscard]] geo::Projection const &projection() const { return *m_projection; }

    private:
        GuestShapes const &m_of;
        std::unique_ptr<geo::Projection> m_projection;
    };

private:
    struct Found
    {
        std::vector<Line> lines;
        std::vector<Area> areas;
    };
    [[nodiscard]] Found const &found() const;

    std::shared_ptr<geo::Atlas const> m_atlas;
    std::string m_definition;
    mutable std::mutex m_mutex; ///< of the projections
    mutable std::vector<std::unique_ptr<geo::Projection>> m_projections;
    mutable std::once_flag m_once;
    mutable Found m_found;
};

} // namespace app
