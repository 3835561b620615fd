#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <string>
#include <variant>
#include <vector>

namespace app {

// What is done with scans over the map. carry_out() of each is in scan_actions.cpp. Those without a number mean the
// chosen scan and do nothing if there is none.

/// Lays a scan over the map, above the others, and takes it to the desk.
struct AddScan
{
    DeskScan scan;
};
struct RemoveScan
{
    std::size_t scan = 0;
};
struct ChooseScan
{
    std::size_t scan = 0;
};
struct ShowScan
{
    std::size_t scan = 0;
    bool shown = true;
};
struct SetScanOpacity
{
    float opacity = 1; ///< 0 to 1
};
/// How much of the view, from the left, stays without scans, 0 to 1.
struct SetSwipe
{
    float share = 0;
};
struct SetFitting
{
    geo::Fitting fitting = geo::Fitting::affine;
};
/// Begins to set control points, or stops.
struct SetPlacing
{
    bool on = true;
};
/// A spot of the picture was clicked: the next click on the map is its place.
struct SetScanSpot
{
    ScanSpot spot;
};
/// The place of the clicked spot.
struct AddControlPoint
{
    geo::LonLat at;
};
struct RemoveControlPoint
{
    std::size_t point = 0;
};
struct SetScanView
{
    ScanView view;
};
/// The chosen scan's points were written beside it.
struct MarkScanSaved
{};

using ScanActions = std::variant<AddScan, RemoveScan, ChooseScan, ShowScan, SetScanOpacity, SetSwipe, SetFitting, SetPlacing,
                                 SetScanSpot, AddControlPoint, RemoveControlPoint, SetScanView, MarkScanSaved>;

void carry_out(AddScan const &action, ViewerState &state, Surroundings const &in);
void carry_out(RemoveScan const &action, ViewerState &state, Surroundings const &in);
void carry_out(ChooseScan const &action, ViewerState &state, Surroundings const &in);
void carry_out(ShowScan const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetScanOpacity const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetSwipe const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetFitting const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetPlacing const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetScanSpot const &action, ViewerState &state, Surroundings const &in);
void carry_out(AddControlPoint const &action, ViewerState &state, Surroundings const &in);
void carry_out(RemoveControlPoint const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetScanView const &action, ViewerState &state, Surroundings const &in);
void carry_out(MarkScanSaved const &action, ViewerState &state, Surroundings const &in);

} // namespace app
