#include "geo/foreign/recorded.hpp"

#include "geo/network/geodesic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

Instant whole_second(double seconds)
{
    return Instant{Seconds{static_cast<std::int64_t>(std::floor(seconds))}};
}

std::optional<Edtf> second_of(double seconds)
{
    Edtf value;
    value.start = value.end = date_of_seconds(seconds).date;
    return value;
}

/// A fix at an end of a stretch. \return its number
Index add_fix(Unit &unit, std::vector<Place> &places, LonLat at, double seconds)
{
    Fix fix;
    fix.place = add_fix_place(places, fmt::format("{}@{}", unit.id, unit.fixes.size() + 1), at, unit.guest);
    fix.arrival = fix.departure = second_of(seconds);
    fix.mode = Mode::fixed;
    unit.fixes.push_back(std::move(fix));
    return static_cast<Index>(unit.fixes.size() - 1);
}

std::vector<double> metres_along(LineString const &points)
{
    std::vector<double> metres(points.size());
    for (std::size_t i = 1; i < points.size(); ++i) {
        metres[i] = metres[i - 1] + distance_m(points[i - 1], points[i]);
    }
    return metres;
}

} // namespace

Index add_fix_place(std::vector<Place> &places, std::string id, LonLat at, GuestNumber guest)
{
    Place place;
    place.id = std::move(id);
    place.kind = "fix";
    place.name.set("", fmt::format("{:.4f}° {}  {:.4f}° {}", std::abs(at.lat), at.lat < 0 ? "S" : "N", std::abs(at.lon),
                                   at.lon < 0 ? "W" : "E"));
    place.life.span = {distant_future, distant_future}; // never by itself on the map
    place.at = at;
    place.guest = guest;
    places.push_back(std::move(place));
    return static_cast<Index>(places.size() - 1);
}

Trajectory record_track(std::vector<TrackPiece> pieces, Unit &unit, std::vector<Place> &places)
{
    std::ranges::stable_sort(pieces, {}, [](TrackPiece const &piece) { return piece.seconds.front(); });
    Trajectory trajectory;
    Instant free = distant_past; // the first second that no stretch has yet
    for (auto &piece : pieces) {
        auto const begin = std::max(whole_second(piece.seconds.front()), free);
        auto const end = std::max(whole_second(std::ceil(piece.seconds.back())), begin);
        if (!trajectory.stays.empty()) { // nobody knows where it was since the stretch before
            auto &last = trajectory.stays.back();
            last.span.end = begin;
            last.unknown = true;
            trajectory.legs.push_back({last.fix, {begin, begin}, {}, 0, 0, false, {}, {}});
        }
        auto const first = add_fix(unit, places, piece.points.front(), piece.seconds.front());
        if (piece.points.size() > 1) {
            trajectory.stays.push_back({first, {begin, begin}, false, false});
            auto const last = add_fix(unit, places, piece.points.back(), piece.seconds.back());
            for (auto &time : piece.seconds) {
                time -= static_cast<double>(to_epoch(begin));
            }
            Leg leg{first, {begin, end}, {RouteKind::straight, std::move(piece.points), {}}, 0, 0, false, {}, {}};
            leg.route.metres = metres_along(leg.route.points);
            leg.seconds = std::move(piece.seconds);
            leg.interpolation = piece.interpolation;
            trajectory.legs.push_back(std::move(leg));
            trajectory.stays.push_back({last, {end, end + Seconds{1}}, false, false});
        } else {
            trajectory.stays.push_back({first, {begin, begin + Seconds{1}}, false, false});
        }
        free = trajectory.stays.back().span.end;
    }
    return trajectory;
}

} // namespace geo
