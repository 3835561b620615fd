#include "app/state/desk_actions.hpp"

#include "geo/network/measure.hpp"

namespace app {
namespace {

geo::LineKind network_of(MeasureKind kind)
{
    return kind == MeasureKind::sea    ? geo::LineKind::sea_lane
           : kind == MeasureKind::road ? geo::LineKind::road
                                       : geo::LineKind::railway;
}

/// The ways along the network are found when a point is set, not when the picture is drawn.
void find_ways(Measure &measure, geo::Atlas const &atlas, geo::Instant now)
{
    measure.ways.clear();
    measure.way_m.clear();
    if (measure.kind == MeasureKind::ground || measure.kind == MeasureKind::area) {
        return;
    }
    for (auto &route : geo::measure_network(atlas, network_of(measure.kind), measure.points, now)) {
        measure.way_m.push_back(route ? route->length() : 0);
        measure.ways.push_back(route ? std::move(route->points) : geo::LineString{});
    }
}

} // namespace

void carry_out(ShowDesk const &action, ViewerState &state, Surroundings const &)
{
    state.desk.tab = action.tab;
    state.panels.set(Panel::desk, true);
}

void carry_out(SetSourceFilter const &action, ViewerState &state, Surroundings const &)
{
    state.desk.filter = action.filter;
}

void carry_out(SetMeasuring const &action, ViewerState &state, Surroundings const &in)
{
    auto &measure = state.desk.measure;
    measure.active = action.active;
    measure.kind = action.kind;
    find_ways(measure, in.atlas, state.now);
}

void carry_out(AddMeasurePoint const &action, ViewerState &state, Surroundings const &in)
{
    state.desk.measure.points.push_back(action.at);
    find_ways(state.desk.measure, in.atlas, state.now);
}

void carry_out(RemoveMeasurePoint const &, ViewerState &state, Surroundings const &in)
{
    if (!state.desk.measure.points.empty()) {
        state.desk.measure.points.pop_back();
        find_ways(state.desk.measure, in.atlas, state.now);
    }
}

void carry_out(ClearMeasure const &, ViewerState &state, Surroundings const &)
{
    auto &measure = state.desk.measure;
    measure.points.clear();
    measure.ways.clear();
    measure.way_m.clear();
}

void carry_out(TypeCoordinates const &action, ViewerState &state, Surroundings const &)
{
    state.desk.go_to = action.text;
}

void carry_out(SetTable const &action, ViewerState &state, Surroundings const &)
{
    state.desk.table = action.query;
}

} // namespace app
