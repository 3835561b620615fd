#include "geo/check/rule_set.hpp"

#include "geo/movement/timetable.hpp"
#include "geo/movement/trajectory.hpp"
#include "geo/network/geodesic.hpp"
#include "geo/overlay/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace geo {
namespace {

/// Calls `see` with each leg: (unit, number of the fix it leads to, leg).
template <typename See>
void each_leg(Atlas const &atlas, See const &see)
{
    for (std::size_t u = 0; u < atlas.units.size(); ++u) {
        for (auto const &leg : atlas.trajectories[u].legs) {
            if (leg.route.length() > 0) {
                see(atlas.units[u], leg.fix + 1, leg);
            }
        }
    }
}

/// Land and water of the base map, asked by point.
class Water
{
public:
    explicit Water(BaseMap const &base)
    {
        gather(base, "sea", m_sea);
        gather(base, "lakes", m_lakes);
        if (auto const *const layer = base.find("rivers")) {
            for (auto const &feature : layer->features) {
                m_rivers.insert(m_rivers.end(), feature.lines.begin(), feature.lines.end());
            }
        }
    }

    [[nodiscard]] bool sea(LonLat p) const { return inside(p, m_sea); }
    /// True in the sea, a lake, or within `metres` of a river or the shore.
    [[nodiscard]] bool afloat(LonLat p, double metres) const
    {
        return sea(p) || inside(p, m_lakes) || near(p, m_rivers, metres) || near_rings(p, m_sea, metres);
    }
    /// True if the sea's shore is no farther than `metres`.
    [[nodiscard]] bool near_shore(LonLat p, double metres) const { return near_rings(p, m_sea, metres); }

private:
    static void gather(BaseMap const &base, std::string_view role, MultiPolygon &into)
    {
        if (auto const *const layer = base.find(role)) {
            for (auto const &feature : layer->features) {
                into.insert(into.end(), feature.areas.begin(), feature.areas.end());
            }
        }
    }

    static bool near(LonLat p, MultiLine const &lines, double metres)
    {
        return std::ranges::any_of(lines, [&](LineString const &line) {
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                if (foot_on_segment(p, line[i], line[i + 1]).metres <= metres) {
                    return true;
                }
            }
            return false;
        });
    }

    static bool near_rings(LonLat p, MultiPolygon const &areas, double metres)
    {
        return std::ranges::any_of(areas, [&](Polygon const &polygon) { return near(p, polygon, metres); });
    }

    MultiPolygon m_sea;
    MultiPolygon m_lakes;
    MultiLine m_rivers;
};

void check_legs_at_sea(Atlas const &atlas, Water const &water, Problems &problems)
{
    constexpr int samples = 50;
    each_leg(atlas, [&](Unit const &unit, std::size_t fix, Leg const &leg) {
        if (unit.fixes[fix].mode != Mode::sea) {
            return;
        }
        auto const &from = atlas.places[unit.fixes[fix - 1].place];
        auto const &to = atlas.places[unit.fixes[fix].place];
        auto const at_end = [](LonLat p, Place const &end) {
            return distance_m(p, end.at) <= std::max(end.uncertainty_km, 3.0) * 1000;
        };
        for (int i = 1; i < samples; ++i) {
            auto const p = point_along(leg.route, leg.route.length() * i / samples);
            if (!at_end(p, from) && !at_end(p, to) && !water.afloat(p, 3000)) {
                warn(problems, "fixes", fmt::format("{}/{}", unit.id, fix + 1), "mode",
                     fmt::format("sails over land at {:.3f} E, {:.3f} N; draw the sea lane round it", p.lon, p.lat));
                return;
            }
        }
    });
}

} // namespace

void check_speeds(Examined const &what, Problems &problems)
{
    each_leg(what.atlas, [&](Unit const &unit, std::size_t fix, Leg const &leg) {
        auto const mode = unit.fixes[fix].mode;
        double const hours = std::chrono::duration<double, std::ratio<3600>>(leg.span.end - leg.span.begin).count();
        double const km = leg.route.length() / 1000;
        double const speed = km / std::max(hours, 1e-6);
        if (speed > pace_of(unit, mode).most) {
            warn(problems, "fixes", fmt::format("{}/{}", unit.id, fix + 1), "arrival",
                 fmt::format("{:.0f} km in {:.1f} h make {:.0f} km/h by {}, more than the likely {:.0f}; check both "
                             "times",
                             km, hours, speed, name_of(mode), pace_of(unit, mode).most));
        }
    });
}

void check_water(Examined const &what, Problems &problems)
{
    if (what.base == nullptr) {
        return;
    }
    Water const water{*what.base};
    for (auto const &place : what.atlas.places) {
        double const allowed_km = std::max(place.uncertainty_km, 1.0);
        if (water.sea(place.at) && !water.near_shore(place.at, allowed_km * 1000)) {
            warn(problems, "places", place.id, "geometry",
                 fmt::format("lies in the sea, more than {:.1f} km from the shore; correct the point", allowed_km));
        }
    }
    for (auto const &line : what.atlas.lines) {
        if (line.kind != LineKind::railway && line.kind != LineKind::road) {
            continue;
        }
        double const allowed_km = std::max(line.uncertainty_km, 1.0);
        for (auto const &part : line.shape) {
            auto const wet = std::ranges::find_if(
                part, [&](LonLat p) { return water.sea(p) && !water.near_shore(p, allowed_km * 1000); });
            if (wet != part.end()) {
                warn(problems, "lines", line.id, "geometry",
                     fmt::format("runs into the sea at {:.3f} E, {:.3f} N; keep the {} on land", wet->lon, wet->lat,
                                 name_of(line.kind)));
                break;
            }
        }
    }
    check_legs_at_sea(what.atlas, water, problems);
}

} // namespace geo
