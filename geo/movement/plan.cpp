#include "geo/movement/plan.hpp"

#include "geo/movement/timetable.hpp"
#include "geo/network/routing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace geo {
namespace {

/// A leg that waits for its way.
struct PendingLeg
{
    std::size_t unit = 0;
    std::size_t fix = 0; ///< it starts here
    Mode mode = Mode::road;
};

LineKind network_of(Mode mode)
{
    switch (mode) {
    case Mode::rail:
        return LineKind::railway;
    case Mode::sea:
        return LineKind::sea_lane;
    default:
        return LineKind::road;
    }
}

std::string_view network_name(Mode mode)
{
    switch (mode) {
    case Mode::rail:
        return "railway";
    case Mode::sea:
        return "sea lane";
    default:
        return "road";
    }
}

/// Plans all units of one atlas; lives for one call.
class Planner
{
public:
    Planner(Atlas const &atlas, std::string const &file, Problems &problems)
    : m_atlas{atlas}, m_file{file}, m_problems{problems}, m_stops(atlas.units.size()),
      m_faulty(atlas.units.size(), false), m_ways(atlas.units.size())
    {}

    std::vector<Trajectory> plan()
    {
        for (std::size_t u = 0; u < m_atlas.units.size(); ++u) {
            read_times(u);
        }
        for (Mode const mode : {Mode::rail, Mode::road, Mode::sea}) {
            find_ways_by(mode);
        }
        std::vector<Trajectory> trajectories(m_atlas.units.size());
        for (std::size_t u = 0; u < m_atlas.units.size(); ++u) {
            if (!m_faulty[u]) {
                trajectories[u] = assemble(u);
            }
        }
        return trajectories;
    }

private:
    void report(std::size_t unit, std::size_t fix, std::string field, std::string message)
    {
        m_faulty[unit] = true;
        m_problems.push_back({Severity::error, m_file, fmt::format("{}/{}", m_atlas.units[unit].id, fix + 1),
                              std::move(field), std::move(message)});
    }

    [[nodiscard]] Place const &place(Fix const &fix) const { return m_atlas.places[fix.place]; }

    void read_times(std::size_t u)
    {
        auto const &unit = m_atlas.units[u];
        std::vector<TimeFault> faults;
        m_stops[u] = timetable(unit, m_atlas.info.approximation, faults);
        for (auto &fault : faults) {
            report(u, fault.fix, fault.field, fault.message);
        }
        m_ways[u].resize(unit.fixes.empty() ? 0 : unit.fixes.size() - 1);
        for (std::size_t i = 0; i + 1 < unit.fixes.size(); ++i) {
            auto const &next = unit.fixes[i + 1];
            bool const moves = next.place != unit.fixes[i].place;
            if (moves && next.mode == Mode::fixed) {
                report(
                    u, i + 1, "mode",
                    fmt::format("'static' may not change its place, but it comes from {} to {}; use rail, road or sea",
                                place(unit.fixes[i]).id, place(next).id));
            } else if (moves) {
                m_pending.push_back({u, i, next.mode});
            }
        }
    }

    void find_ways_by(Mode mode)
    {
        std::vector<PendingLeg> legs;
        std::ranges::copy_if(m_pending, std::back_inserter(legs), [&](PendingLeg const &l) { return l.mode == mode; });
        std::vector<WayRequest> requests;
        for (auto const &leg : legs) {
            auto const &fixes = m_atlas.units[leg.unit].fixes;
            auto const when = m_stops[leg.unit][leg.fix + 1].arrival.value_or(distant_past);
            requests.push_back({place(fixes[leg.fix]).at, place(fixes[leg.fix + 1]).at, when, fixes[leg.fix + 1].via});
        }
        auto ways = find_ways(m_atlas.lines, network_of(mode), requests);
        for (std::size_t i = 0; i < legs.size(); ++i) {
            accept(legs[i], std::move(ways[i]));
        }
    }

    void accept(PendingLeg const &leg, Way way)
    {
        auto const &fixes = m_atlas.units[leg.unit].fixes;
        auto const &from = place(fixes[leg.fix]);
        auto const &to = place(fixes[leg.fix + 1]);
        auto const too_far = [&](Place const &end, double off_m, std::size_t fix) {
            double const allowed_km = std::max(end.uncertainty_km, 3.0);
            if (off_m > allowed_km * 1000) {
                report(
                    leg.unit, fix, "place_id",
                    fmt::format("{} lies {:.1f} km from the nearest {} (at most {:.1f} km); draw the {} nearer, go by "
                                "a place on it, or correct the mode",
                                end.id, off_m / 1000, network_name(leg.mode), allowed_km, network_name(leg.mode)));
            }
        };
        too_far(from, way.from_off_m, leg.fix);
        too_far(to, way.to_off_m, leg.fix + 1);
        if (!way.route) {
            report(leg.unit, leg.fix + 1, "place_id",
                   fmt::format(
                       "no {} leads from {} to {} at that date; join the lines of lines.geojson in a shared vertex",
                       network_name(leg.mode), from.id, to.id));
            return;
        }
        m_ways[leg.unit][leg.fix] = std::move(*way.route);
    }

    /// The instant at which a unit leaves fix `i`, and whether that is our assumption.
    [[nodiscard]] std::pair<Instant, bool> leaving(std::size_t u, std::size_t i, double length_m) const
    {
        auto const &stop = m_stops[u][i];
        if (stop.departure) {
            return {*stop.departure, false};
        }
        auto const next = *m_stops[u][i + 1].arrival;
        if (next - *stop.arrival < std::chrono::hours{24}) {
            return {*stop.arrival, false}; // passes through
        }
        auto const &unit = m_atlas.units[u];
        double const hours = length_m / 1000 / pace_of(unit, unit.fixes[i + 1].mode).customary;
        auto const start = next - Seconds{static_cast<long>(hours * 3600)};
        return {std::max(start, *stop.arrival), true};
    }

    [[nodiscard]] Trajectory assemble(std::size_t u)
    {
        auto const &unit = m_atlas.units[u];
        auto const &stops = m_stops[u];
        Trajectory trajectory;
        for (std::size_t i = 0; i < unit.fixes.size(); ++i) {
            auto const index = static_cast<Index>(i);
            auto const here = stops[i].arrival.value_or(distant_past);
            if (i + 1 == unit.fixes.size()) {
                trajectory.stays.push_back({index, {here, stops[i].departure.value_or(distant_future)}, false});
                break;
            }
            auto &way = m_ways[u][i];
            auto const [left, assumed] = leaving(u, i, way.length());
            auto const there = *stops[i + 1].arrival;
            trajectory.stays.push_back({index, {here, left}, assumed});
            double const slack = stops[i].departure ? stops[i].departure_slack_s : stops[i].arrival_slack_s;
            trajectory.legs.push_back(
                {index, {left, there}, std::move(way), slack, stops[i + 1].arrival_slack_s, assumed, {}, {}});
        }
        return trajectory;
    }

    Atlas const &m_atlas;
    std::string const &m_file;
    Problems &m_problems;
    std::vector<std::vector<Stop>> m_stops;
    std::vector<bool> m_faulty;
    std::vector<std::vector<Route>> m_ways; ///< per unit, per leg; empty where it does not move
    std::vector<PendingLeg> m_pending;
};

} // namespace

std::vector<Trajectory> plan_trajectories(Atlas const &atlas, std::string const &fixes_file, Problems &problems)
{
    return Planner{atlas, fixes_file, problems}.plan();
}

} // namespace geo
