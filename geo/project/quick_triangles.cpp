#include "geo/project/quick_triangles.hpp"

#include "geo/project/dense_line.hpp"
#include "geo/project/ear_clip.hpp"

namespace geo {

FlatArea triangulate_quickly(Polygon const &polygon, Projection const &projection)
{
    constexpr std::size_t most = 4000; // points; the time grows with their square
    if (polygon.size() == 1 && polygon.front().size() <= most) {
        FlatArea area{forward_dense(projection, polygon.front()), {}, {}};
        if (!area.points.empty()) {
            area.points.pop_back(); // the first again
        }
        if (auto triangles = clip_ears(area.points)) {
            area.ring_ends = {static_cast<std::uint32_t>(area.points.size())};
            area.triangles = std::move(*triangles);
            return area;
        }
    }
    return triangulate(polygon, projection);
}

} // namespace geo
