#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <string>
#include <variant>

namespace app {

// What is done at the researcher's desk. carry_out() of each is in desk_actions.cpp.

struct ShowDesk
{
    DeskTab tab = DeskTab::sources;
};
struct SetSourceFilter
{
    geo::SourceFilter filter;
};
/// Begins to measure, or stops.
struct SetMeasuring
{
    bool active = false;
    MeasureKind kind = MeasureKind::ground;
};
struct AddMeasurePoint
{
    geo::LonLat at;
};
struct RemoveMeasurePoint
{};
struct ClearMeasure
{};
struct TypeCoordinates
{
    std::string text;
};
struct SetTable
{
    geo::TableQuery query;
};

using DeskActions = std::variant<ShowDesk, SetSourceFilter, SetMeasuring, AddMeasurePoint, RemoveMeasurePoint, ClearMeasure,
                                 TypeCoordinates, SetTable>;

void carry_out(ShowDesk const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetSourceFilter const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetMeasuring const &action, ViewerState &state, Surroundings const &in);
void carry_out(AddMeasurePoint const &action, ViewerState &state, Surroundings const &in);
void carry_out(RemoveMeasurePoint const &action, ViewerState &state, Surroundings const &in);
void carry_out(ClearMeasure const &action, ViewerState &state, Surroundings const &in);
void carry_out(TypeCoordinates const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetTable const &action, ViewerState &state, Surroundings const &in);

} // namespace app
