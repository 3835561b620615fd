#include "geo/movement/train_graph.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/network/routing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace geo {
namespace {

constexpr double station_off_m = 1500; ///< a station lies no farther from the drawn line
constexpr double train_off_m = 300;    ///< nor a train's own way from the axis
constexpr double event_off_m = 5000;   ///< a town and its events belong to its station
constexpr double step_m = 2000;        ///< between two looks at a train's way

/// The railway of the graph, drawn as one way, with kilometres by timetable along it.
class Axis
{
public:
    Axis(Atlas const &atlas, Indices const &along)
    {
        std::vector<WayRequest> requests;
        for (std::size_t i = 0; i + 1 < along.size(); ++i) {
            auto const when = atlas.info.opening_at;
            requests.push_back({atlas.places[along[i]].at, atlas.places[along[i + 1]].at, when, std::nullopt});
        }
        for (auto &way : find_ways(atlas.lines, LineKind::railway, requests)) {
            if (!way.route || std::max(way.from_off_m, way.to_off_m) > event_off_m) {
                m_route.points.clear();
                return;
            }
            append(*way.route);
        }
        add_stations(atlas);
    }

    [[nodiscard]] std::vector<GraphStation> const &stations() const { return m_stations; }

    /// All spots of the axis that a point lies on, kilometres by timetable.
    [[nodiscard]] std::vector<double> spots(LonLat p, double within_m) const
    {
        std::vector<double> found;
        for (auto const metres : feet(p, within_m)) {
            found.push_back(km_at(metres));
        }
        return found;
    }

private:
    void append(Route const &part)
    {
        double const before = m_route.length();
        for (std::size_t i = 0; i < part.points.size(); ++i) {
            m_route.points.push_back(part.points[i]);
            m_route.metres.push_back(before + part.metres[i]);
        }
    }

    /// Metres along the axis of each stretch that comes near the point: its nearest spot.
    [[nodiscard]] std::vector<double> feet(LonLat p, double within_m) const
    {
        std::vector<double> found;
        double nearest = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i + 1 < m_route.points.size(); ++i) {
            auto const foot = foot_on_segment(p, m_route.points[i], m_route.points[i + 1]);
            if (foot.metres > within_m) {
                nearest = std::numeric_limits<double>::max(); // the stretch ends
                continue;
            }
            double const at = std::lerp(m_route.metres[i], m_route.metres[i + 1], foot.fraction);
            if (nearest == std::numeric_limits<double>::max()) {
                found.push_back(at);
                nearest = foot.metres;
            } else if (foot.metres < nearest) {
                found.back() = at;
                nearest = foot.metres;
            }
        }
        return found;
    }

    void add_stations(Atlas const &atlas)
    {
        struct Candidate
        {
            Index place;
            double metres;
        };
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < atlas.places.size(); ++i) {
            auto const &place = atlas.places[i];
            if (place.railway_km) {
                for (auto const metres : feet(place.at, station_off_m)) {
                    candidates.push_back({static_cast<Index>(i), metres});
                }
            }
        }
        std::ranges::sort(candidates, {}, &Candidate::metres);
        for (auto const &[place, metres] : candidates) {
            add_station(atlas, place, metres);
        }
    }

    void add_station(Atlas const &atlas, Index place, double metres)
    {
        auto const is_station = [&](Index i) { return atlas.places[i].kind.find("station") != std::string::npos; };
        if (m_stations.empty()) {
            m_stations.push_back({place, 0});
            m_metres.push_back(metres);
            return;
        }
        auto &last = m_stations.back();
        double const step = std::abs(*atlas.places[place].railway_km - *atlas.places[last.place].railway_km);
        double const drawn = (metres - m_metres.back()) / 1000;
        if (step == 0) { // a town and its station: the station stands for both
            if (is_station(place) && !is_station(last.place)) {
                last.place = place;
                m_metres.back() = metres;
            }
        } else if (std::abs(step - drawn) <= 0.2 * drawn + 3) { // else of another branch that only lies near
            m_stations.push_back({place, last.km + step});
            m_metres.push_back(metres);
        }
    }

    [[nodiscard]] double km_at(double metres) const
    {
        auto const after = std::ranges::upper_bound(m_metres, metres);
        auto const i =
            static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(after - m_metres.begin(), 1, std::ssize(m_metres) - 1));
        double const share = std::clamp((metres - m_metres[i - 1]) / (m_metres[i] - m_metres[i - 1]), 0.0, 1.0);
        return std::lerp(m_stations[i - 1].km, m_stations[i].km, share);
    }

    Route m_route;
    std::vector<GraphStation> m_stations;
    std::vector<double> m_metres; ///< of the stations along the drawn way
};

/// A look at a train: when, and where on the axis it may be (in two places where the axis runs back over itself).
struct Look
{
    Instant at{};
    std::vector<double> spots;
    std::size_t stretch = 0; ///< which stay or leg
};

/// Puts all trains onto an axis; lives for one call.
class Plotter
{
public:
    Plotter(Atlas const &atlas, Axis const &axis, TrainGraph &graph) : m_atlas{atlas}, m_axis{axis}, m_graph{graph} {}

    void add_trains()
    {
        for (std::size_t u = 0; u < m_atlas.units.size(); ++u) {
            auto const &fixes = m_atlas.units[u].fixes;
            if (std::ranges::find(fixes, Mode::rail, &Fix::mode) != fixes.end() && !m_atlas.trajectories[u].empty()) {
                add_train(static_cast<Index>(u));
            }
        }
    }

    void add_events()
    {
        for (std::size_t i = 0; i < m_atlas.events.size(); ++i) {
            auto const &event = m_atlas.events[i];
            if (!event.start || !event.start->start) {
                continue;
            }
            auto const &last = event.end ? *event.end : *event.start;
            GraphEvent made{static_cast<Index>(i), {event.start->start->first, last.latest({{}, {}, {}})}, {}};
            if (!m_graph.window.contains(made.span.begin)) {
                continue; // what began before is the background of the day
            }
            for (auto const place : event.places) {
                auto const spots = spots_of(place);
                if (!spots.empty() && std::ranges::find(made.km, spots.front()) == made.km.end()) {
                    made.km.push_back(spots.front());
                }
            }
            m_graph.events.push_back(std::move(made));
        }
    }

private:
    /// A place is its station; a town whose station lies farther off belongs to it all the same.
    [[nodiscard]] std::vector<double> spots_of(Index place) const
    {
        auto const at = m_atlas.places[place].at;
        auto near = m_axis.spots(at, station_off_m);
        return near.empty() ? m_axis.spots(at, event_off_m) : near;
    }

    void add_train(Index u)
    {
        auto const &way = m_atlas.trajectories[u];
        auto const &fixes = m_atlas.units[u].fixes;
        // Stays and legs by turns, each looked at from its begin to its end.
        for (std::size_t i = 0; i < way.stays.size(); ++i) {
            auto const spots = spots_of(fixes[i].place);
            m_looks.push_back({way.stays[i].span.begin, spots, 2 * i});
            m_looks.push_back({way.stays[i].span.end, spots, 2 * i});
            if (i < way.legs.size()) {
                look_at_leg(way.legs[i], fixes[i], fixes[i + 1], 2 * i + 1);
            }
        }
        emit(u);
        m_looks.clear();
    }

    void look_at_leg(Leg const &leg, Fix const &from, Fix const &to, std::size_t stretch)
    {
        double const length = leg.route.length();
        if (to.mode != Mode::rail || length <= 0) {
            m_looks.push_back({leg.span.begin, {}, stretch});
            return;
        }
        auto const parts = std::max(1, static_cast<int>(length / step_m));
        for (int i = 0; i <= parts; ++i) {
            auto const share = static_cast<double>(i) / parts;
            auto const after = std::chrono::duration<double>(leg.span.end - leg.span.begin) * share;
            auto spots = i == 0       ? spots_of(from.place)
                         : i == parts ? spots_of(to.place)
                                      : m_axis.spots(point_along(leg.route, length * share), train_off_m);
            m_looks.push_back({leg.span.begin + std::chrono::duration_cast<Seconds>(after), std::move(spots), stretch});
        }
    }

    /// Where the axis runs over itself each look has several spots: those are taken that make the shortest way.
    [[nodiscard]] std::vector<std::optional<double>> choose() const
    {
        std::vector<std::vector<double>> cost(m_looks.size());
        std::vector<std::vector<std::size_t>> from(m_looks.size());
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            for (auto const spot : m_looks[i].spots) {
                double best = i == 0 || m_looks[i - 1].spots.empty() ? 0 : std::numeric_limits<double>::max();
                std::size_t before = 0;
                for (std::size_t k = 0; i > 0 && k < m_looks[i - 1].spots.size(); ++k) {
                    double const c = cost[i - 1][k] + std::abs(spot - m_looks[i - 1].spots[k]);
                    if (c < best) {
                        best = c;
                        before = k;
                    }
                }
                cost[i].push_back(best);
                from[i].push_back(before);
            }
        }
        std::vector<std::optional<double>> chosen(m_looks.size());
        std::optional<std::size_t> pick;
        for (std::size_t i = m_looks.size(); i-- > 0;) {
            if (m_looks[i].spots.empty()) {
                pick.reset();
                continue;
            }
            auto const k = pick ? *pick : static_cast<std::size_t>(std::ranges::min_element(cost[i]) - cost[i].begin());
            chosen[i] = m_looks[i].spots[k];
            pick = from[i][k];
        }
        return chosen;
    }

    void emit(Index u)
    {
        auto const spots = choose();
        auto const &way = m_atlas.trajectories[u];
        auto const &fixes = m_atlas.units[u].fixes;
        for (std::size_t i = 0; i < m_looks.size();) {
            std::size_t last = i; // of the looks that belong to one unbroken stretch
            while (last + 1 < m_looks.size() && m_looks[last + 1].stretch == m_looks[i].stretch && spots[last + 1] &&
                   spots[last]) {
                ++last;
            }
            if (last > i && spots[i]) {
                std::size_t const fix = m_looks[i].stretch / 2;
                bool const stay = m_looks[i].stretch % 2 == 0;
                GraphRun run{
                    u, {m_looks[i].at, m_looks[last].at}, *spots[i], *spots[last], false, stay, fixes[fix].confidence};
                if (stay) {
                    run.assumed = fixes[fix].time_basis == TimeBasis::assumed || way.stays[fix].departure_assumed;
                    add_calls(u, fix, *spots[i]);
                } else {
                    auto const &next = fixes[fix + 1];
                    run.assumed = fixes[fix].time_basis == TimeBasis::assumed ||
                                  next.time_basis == TimeBasis::assumed || way.legs[fix].departure_assumed;
                    run.confidence = std::max(run.confidence, next.confidence);
                }
                if (run.span.begin < m_graph.window.end && m_graph.window.begin < run.span.end) {
                    m_graph.runs.push_back(run);
                }
            }
            i = last + 1;
        }
    }

    void add_calls(Index u, std::size_t fix, double km)
    {
        auto const &way = m_atlas.trajectories[u];
        auto const &said = m_atlas.units[u].fixes[fix];
        bool const assumed = said.time_basis == TimeBasis::assumed;
        auto const call = [&](std::optional<Edtf> const &text, Instant at, double slack_s, bool ours) {
            if (text && m_graph.window.contains(at)) {
                m_graph.calls.push_back({u, at, km, slack_s, ours});
            }
        };
        call(said.arrival, way.stays[fix].span.begin, fix > 0 ? way.legs[fix - 1].end_slack_s : 0, assumed);
        call(said.departure, way.stays[fix].span.end, fix < way.legs.size() ? way.legs[fix].begin_slack_s : 0, assumed);
    }

    Atlas const &m_atlas;
    Axis const &m_axis;
    TrainGraph &m_graph;
    std::vector<Look> m_looks;
};

} // namespace

std::optional<TrainGraph> train_graph(Atlas const &atlas, Indices const &along, Span window)
{
    if (along.size() < 2) {
        return std::nullopt;
    }
    Axis const axis{atlas, along};
    if (axis.stations().size() < 2) {
        return std::nullopt;
    }
    TrainGraph graph{axis.stations(), window, {}, {}, {}};
    Plotter plotter{atlas, axis, graph};
    plotter.add_trains();
    plotter.add_events();
    return graph;
}

TrainGraph cut(TrainGraph const &graph, Span window)
{
    TrainGraph part{graph.stations, window, {}, {}, {}};
    std::ranges::copy_if(graph.runs, std::back_inserter(part.runs),
                         [&](GraphRun const &r) { return r.span.overlaps(window); });
    std::ranges::copy_if(graph.calls, std::back_inserter(part.calls),
                         [&](GraphCall const &c) { return window.contains(c.at); });
    std::ranges::copy_if(graph.events, std::back_inserter(part.events),
                         [&](GraphEvent const &e) { return window.contains(e.span.begin); });
    return part;
}

Indices rail_places(Atlas const &atlas, Index unit)
{
    Indices places;
    auto const &fixes = atlas.units[unit].fixes;
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        bool const by_rail =
            fixes[i].mode == Mode::rail && (i > 0 || (fixes.size() > 1 && fixes[1].mode == Mode::rail));
        if (by_rail && (places.empty() || places.back() != fixes[i].place)) {
            places.push_back(fixes[i].place);
        }
    }
    return places;
}

} // namespace geo
