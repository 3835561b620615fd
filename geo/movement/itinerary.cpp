#include "geo/movement/itinerary.hpp"

#include "geo/movement/timetable.hpp"
#include "geo/network/geodesic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace geo {
namespace {

constexpr double minutes_in_hour = 60;
/// On steeper ground a coarse relief says nothing of a place in a valley.
constexpr double highest_spread_m = 150;

double hours_of(Span const &span)
{
    return std::chrono::duration<double, std::ratio<3600>>(span.end - span.begin).count();
}

/// Allowed difference between kilometres by timetable and along the drawn line.
bool agrees(double timetable, double drawn)
{
    return std::abs(timetable - drawn) <= 0.15 * drawn + 2;
}

/// Metres from a point to a drawn way.
double off_route(LonLat p, Route const &route)
{
    double least = 1e12;
    for (std::size_t i = 0; i + 1 < route.points.size(); ++i) {
        least = std::min(least, foot_on_segment(p, route.points[i], route.points[i + 1]).metres);
    }
    return least;
}

std::optional<double> highest_on(Route const &route, Heights const &relief)
{
    constexpr double step_m = 2000;
    std::optional<double> highest;
    for (double along = 0; along <= route.length(); along += step_m) {
        auto const height = relief.at(point_along(route, along));
        if (height && height->spread_m <= highest_spread_m) {
            highest = std::max(highest.value_or(height->metres), height->metres);
        }
    }
    return highest;
}

std::optional<Height> height_at(LonLat p, Heights const *relief)
{
    auto height = relief == nullptr ? std::nullopt : relief->at(p);
    return height && height->spread_m <= highest_spread_m ? height : std::nullopt;
}

bool bounded(Instant t)
{
    return t != distant_past && t != distant_future;
}

/// Makes the rows of one unit; lives for one call.
class Tracer
{
public:
    Tracer(Atlas const &atlas, Index mover, Heights const *relief)
    : m_atlas{atlas}, m_unit{atlas.units[mover]}, m_way{atlas.trajectories[mover]}, m_relief{relief}
    {}

    std::vector<ItineraryRow> rows()
    {
        std::vector<ItineraryRow> all;
        for (auto const &stay : m_way.stays) {
            all.push_back(row(stay, all.empty() ? nullptr : &all.back()));
        }
        return all;
    }

private:
    ItineraryRow row(Stay const &stay, ItineraryRow const *before)
    {
        ItineraryRow made;
        made.fix = stay.fix;
        made.place = m_unit.fixes[stay.fix].place;
        made.arrival = bounded(stay.span.begin) ? std::optional{stay.span.begin} : std::nullopt;
        made.departure = bounded(stay.span.end) ? std::optional{stay.span.end} : std::nullopt;
        made.height = height_at(m_atlas.places[made.place].at, m_relief);
        made.timetable_total_km = 0;
        if (before != nullptr) {
            made.drawn_total_km = before->drawn_total_km;
            made.timetable_total_km = before->timetable_total_km;
            if (before->place != made.place) {
                add_leg(made, before->place, m_way.legs[stay.fix - 1]);
            }
        }
        if (stay.departure_assumed) {
            made.remarks.push_back({Doubt::departure_assumed,
                                    "no source says when it left; it is let leave in time for the next arrival at the "
                                    "customary speed"});
        }
        return made;
    }

    void add_leg(ItineraryRow &row, Index from, Leg const &leg)
    {
        ItineraryLeg made;
        made.mode = m_unit.fixes[row.fix].mode;
        made.route = leg.route.kind;
        made.drawn_km = leg.route.length() / 1000;
        if (made.mode == Mode::rail) {
            made.timetable_km = timetable_km(m_atlas, from, row.place, leg.route);
            auto const &[a, b] = std::tie(m_atlas.places[from].railway_km, m_atlas.places[row.place].railway_km);
            if (a && b && !made.timetable_km) {
                row.remarks.push_back(
                    {Doubt::timetable_differs,
                     fmt::format("the timetable gives km {} and km {}, the drawn line is {:.1f} km long", *a, *b,
                                 made.drawn_km)});
            }
        }
        made.hours = hours_of(leg.span);
        made.slack_hours = (leg.begin_slack_s + leg.end_slack_s) / 3600;
        double const km = made.timetable_km.value_or(made.drawn_km);
        made.kmh = made.hours > 0 ? km / made.hours : 0;
        if (m_relief != nullptr && made.mode != Mode::sea) {
            made.highest_m = highest_on(leg.route, *m_relief);
        }
        judge(row, made, km);
        row.drawn_total_km += made.drawn_km;
        row.timetable_total_km = row.timetable_total_km && made.timetable_km
                                     ? std::optional{*row.timetable_total_km + *made.timetable_km}
                                     : std::nullopt;
        row.leg = std::move(made);
    }

    void judge(ItineraryRow &row, ItineraryLeg const &leg, double km) const
    {
        auto const pace = pace_of(m_unit, leg.mode);
        if (leg.kmh > pace.most) {
            row.remarks.push_back(
                {Doubt::too_fast,
                 fmt::format("{:.0f} km/h by {} is more than the likely {:.0f}; with both hours off by "
                             "all they may be it would be {:.0f}",
                             leg.kmh, name_of(leg.mode), pace.most, km / (leg.hours + leg.slack_hours))});
        }
        bool const coarse = leg.slack_hours >= leg.hours;
        if (!coarse && leg.kmh < pace.customary / 5) {
            row.remarks.push_back(
                {Doubt::very_slow, fmt::format("{:.1f} km/h by {}, where {:.0f} is customary: a halt on "
                                               "the way that no source tells of, or a wrong hour",
                                               leg.kmh, name_of(leg.mode), pace.customary)});
        }
        if (coarse) {
            row.remarks.push_back(
                {Doubt::hours_too_coarse,
                 fmt::format("the two hours may be off by {:.0f} min together and lie {:.0f} min apart: "
                             "the speed says little",
                             leg.slack_hours * minutes_in_hour, leg.hours * minutes_in_hour)});
        }
    }

    Atlas const &m_atlas;
    Unit const &m_unit;
    Trajectory const &m_way;
    Heights const *m_relief;
};

} // namespace

std::string_view name_of(Doubt value)
{
    constexpr std::array<std::string_view, 5> names{"too_fast", "very_slow", "timetable_differs", "hours_too_coarse",
                                                    "departure_assumed"};
    return names[static_cast<std::size_t>(value)];
}

std::optional<double> timetable_km(Atlas const &atlas, Index from, Index to, Route const &route)
{
    auto const &a = atlas.places[from].railway_km;
    auto const &b = atlas.places[to].railway_km;
    if (!a || !b) {
        return std::nullopt;
    }
    double const drawn = route.length() / 1000;
    if (double const direct = std::abs(*a - *b); agrees(direct, drawn)) {
        return direct;
    }
    // Two branches: by way of the station where they part, if it lies on the way.
    constexpr double on_the_way_m = 1500;
    std::optional<double> best;
    for (auto const &place : atlas.places) {
        if (!place.railway_km) {
            continue;
        }
        double const over = std::abs(*a - *place.railway_km) + std::abs(*place.railway_km - *b);
        bool const better = !best || std::abs(over - drawn) < std::abs(*best - drawn);
        if (better && agrees(over, drawn) && off_route(place.at, route) <= on_the_way_m) {
            best = over;
        }
    }
    return best;
}

Itinerary itinerary(Atlas const &atlas, Index unit, Heights const *relief)
{
    Itinerary made{unit, unit, {}};
    while (atlas.units[made.mover].fixes.empty() && atlas.units[made.mover].parent) {
        made.mover = *atlas.units[made.mover].parent;
    }
    if (!atlas.trajectories[made.mover].empty()) {
        made.rows = Tracer{atlas, made.mover, relief}.rows();
    }
    return made;
}

} // namespace geo
