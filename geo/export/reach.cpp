#include "geo/export/reach.hpp"

#include <algorithm>

namespace geo {
namespace {

bool meet(Box const &a, Box const &b)
{
    return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

Box box_of(LonLat a, LonLat b)
{
    return {std::min(a.lon, b.lon), std::min(a.lat, b.lat), std::max(a.lon, b.lon), std::max(a.lat, b.lat)};
}

} // namespace

bool reaches(LonLat at, Box const &extent)
{
    return meet(box_of(at, at), extent);
}

bool reaches(LineString const &line, Box const &extent)
{
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (meet(box_of(line[i > 0 ? i - 1 : 0], line[i]), extent)) {
            return true;
        }
    }
    return false;
}

bool reaches(MultiLine const &lines, Box const &extent)
{
    return std::ranges::any_of(lines, [&](LineString const &line) { return reaches(line, extent); });
}

bool reaches(MultiPolygon const &areas, Box const &extent)
{
    return std::ranges::any_of(areas, [&](Polygon const &area) {
        auto const &shell = area.front();
        auto const [west, east] = std::ranges::minmax(shell, {}, &LonLat::lon);
        auto const [south, north] = std::ranges::minmax(shell, {}, &LonLat::lat);
        return meet({west.lon, south.lat, east.lon, north.lat}, extent);
    });
}

bool reaches(std::vector<TrackPiece> const &track, Box const &extent)
{
    return std::ranges::any_of(track, [&](TrackPiece const &piece) { return reaches(piece.points, extent); });
}

} // namespace geo
