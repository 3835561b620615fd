#include "geo/state/world_state.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/state/in_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

double seconds(Instant::duration value)
{
    return std::chrono::duration<double>(value).count();
}

/// The way a halted unit faces: the way it will leave, else the way it came.
double resting_heading(Trajectory const &trajectory, std::size_t stay)
{
    if (stay < trajectory.legs.size() && !trajectory.legs[stay].route.points.empty()) {
        return heading_along(trajectory.legs[stay].route, 0);
    }
    if (stay > 0 && !trajectory.legs[stay - 1].route.points.empty()) {
        auto const &route = trajectory.legs[stay - 1].route;
        return heading_along(route, route.length());
    }
    return 0;
}

UnitState halted(Atlas const &atlas, Index u, std::size_t stay, Instant t)
{
    auto const &trajectory = atlas.trajectories[u];
    auto const &fix = atlas.units[u].fixes[stay];
    auto const &place = atlas.places[fix.place];
    UnitState state;
    state.at = place.at;
    state.mode = fix.mode;
    state.from = state.to = fix.place;
    auto const &span = trajectory.stays[stay].span;
    bool const stays_on = span.end == distant_future && span.begin != distant_past;
    bool const old_news = stays_on && t - span.begin >= news_last;
    state.basis = old_news || trajectory.stays[stay].unknown ? Basis::last_known : Basis::fixed;
    state.time_basis = fix.time_basis;
    state.uncertainty_km = place.uncertainty_km;
    state.confidence = fix.confidence;
    return state;
}

/**
 * How far off an interpolated position may be, km: the uncertainty of the places and of the times (at the speed of
 * the leg), both shared out by the distance to each end, but never more than to the farther end of the leg.
 */
double doubt_km(Leg const &leg, Place const &from, Place const &to, double fraction)
{
    double const length_km = leg.route.length() / 1000;
    double const speed = length_km / std::max(1.0, seconds(leg.span.end - leg.span.begin));
    double const places = std::lerp(from.uncertainty_km, to.uncertainty_km, fraction);
    double const times = speed * std::lerp(leg.begin_slack_s, leg.end_slack_s, fraction);
    return std::max(places, std::min(places + times, length_km * std::max(fraction, 1 - fraction)));
}

/// What a recorded track says more of a position: at its points it is known, and between them as its kind has it.
void follow_record(UnitState &state, Leg const &leg, double gone)
{
    constexpr double at_once = 0.5; // the clock goes by whole seconds
    bool const at_point = std::abs(gone - leg.seconds[passed_at(leg, gone + at_once)]) <= at_once;
    bool const still = leg.interpolation != Interpolation::linear;
    state.fraction = leg.route.length() > 0 ? state.metres / leg.route.length() : 0;
    state.phase = still ? Phase::halted : Phase::moving;
    if (at_point || leg.interpolation == Interpolation::step) {
        state.basis = Basis::fixed;
    } else if (leg.interpolation == Interpolation::discrete) {
        state.basis = Basis::last_known;
    }
}

UnitState moving(Atlas const &atlas, Index u, std::size_t l, Instant t)
{
    auto const &leg = atlas.trajectories[u].legs[l];
    auto const &start = atlas.units[u].fixes[leg.fix];
    auto const &end = atlas.units[u].fixes[leg.fix + 1];
    UnitState state;
    state.phase = Phase::moving;
    double const gone = seconds(t - leg.span.begin);
    state.fraction = gone / seconds(leg.span.end - leg.span.begin);
    state.metres = metres_at(leg, gone);
    state.at = point_along(leg.route, state.metres);
    state.mode = end.mode;
    state.from = start.place;
    state.to = end.place;
    state.basis = Basis::interpolated;
    bool const assumed =
        leg.departure_assumed || start.time_basis == TimeBasis::assumed || end.time_basis == TimeBasis::assumed;
    state.time_basis = assumed ? TimeBasis::assumed : TimeBasis::source;
    state.uncertainty_km = doubt_km(leg, atlas.places[start.place], atlas.places[end.place], state.fraction);
    state.confidence = std::max(start.confidence, end.confidence); // the weaker of the two
    state.route = leg.route.kind;
    state.leg = static_cast<Index>(l);
    if (!leg.seconds.empty()) {
        follow_record(state, leg, gone);
    }
    return state;
}

std::optional<UnitState> by_own_fixes(Atlas const &atlas, Index u, Instant t)
{
    auto const &trajectory = atlas.trajectories[u];
    if (trajectory.empty() || !trajectory.span().contains(t)) {
        return std::nullopt;
    }
    // The last stay that has begun.
    auto const next = std::ranges::upper_bound(trajectory.stays, t, {}, [](Stay const &s) { return s.span.begin; });
    auto const i = static_cast<std::size_t>(next - trajectory.stays.begin()) - 1;
    bool const on_leg =
        !trajectory.stays[i].span.contains(t) && i < trajectory.legs.size() && !trajectory.legs[i].route.points.empty();
    auto state = on_leg ? moving(atlas, u, i, t) : halted(atlas, u, i, t);
    state.unit = state.mover = u;
    state.stay = static_cast<Index>(i);
    return state;
}

/// Before its first fix a unit with a parent is wherever the parent is.
std::optional<UnitState> state_of(Atlas const &atlas, Index u, Instant t)
{
    auto const &trajectory = atlas.trajectories[u];
    auto const parent = atlas.units[u].parent;
    if (!parent || (!trajectory.empty() && t >= trajectory.span().begin)) {
        return by_own_fixes(atlas, u, t);
    }
    auto state = state_of(atlas, *parent, t);
    if (state) {
        state->unit = u;
        state->parent = *parent;
    }
    return state;
}

template <typename Feature>
Indices alive(std::vector<Feature> const &features, Instant t)
{
    Indices found;
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (features[i].life.span.contains(t)) {
            found.push_back(static_cast<Index>(i));
        }
    }
    return found;
}

} // namespace

std::string_view name_of(Phase value)
{
    return value == Phase::halted ? "halted" : "moving";
}

std::string_view name_of(Basis value)
{
    constexpr std::array<std::string_view, 3> names{"fixed", "interpolated", "last_known"};
    return names[static_cast<std::size_t>(value)];
}

std::optional<UnitState> unit_at(Atlas const &atlas, Index unit, Instant t)
{
    return state_of(atlas, unit, t);
}

double heading_deg(Atlas const &atlas, UnitState const &state)
{
    auto const &trajectory = atlas.trajectories[state.mover];
    return state.leg ? heading_along(trajectory.legs[*state.leg].route, state.metres)
                     : resting_heading(trajectory, state.stay);
}

WorldState state_at(Atlas const &atlas, Instant t)
{
    WorldState world;
    world.at = t;
    world.units = gathered<UnitState>(atlas.units.size(), [&](std::size_t u, std::vector<UnitState> &into) {
        if (auto const state = state_of(atlas, static_cast<Index>(u), t)) {
            into.push_back(*state);
        }
    });
    world.places = alive(atlas.places, t);
    world.regions = alive(atlas.regions, t);
    world.lines = alive(atlas.lines, t);
    for (std::size_t i = 0; i < atlas.events.size(); ++i) {
        auto const &span = atlas.events[i].span;
        if (span.begin <= t) {
            world.events.push_back({static_cast<Index>(i), t < span.end ? EventPhase::now : EventPhase::past});
        }
    }
    return world;
}

} // namespace geo
