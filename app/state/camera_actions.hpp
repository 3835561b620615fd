#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <variant>

namespace app {

// What moves the map. carry_out() of each is in camera_actions.cpp.

/// Pixels the map moves under the view.
struct PanBy
{
    double dx = 0, dy = 0;
};
/// > 1 comes nearer; the point stays.
struct ZoomAt
{
    ScreenPoint at;
    double factor = 1;
};
/// About the middle of the view.
struct ZoomStep
{
    int steps = 1;
};
struct FitExtent
{
    geo::Box extent;
};
/// Centre, coming nearer only if far out.
struct GoTo
{
    geo::LonLat at;
};
struct Home
{};
struct Resize
{
    Viewport viewport;
};

using CameraActions = std::variant<PanBy, ZoomAt, ZoomStep, FitExtent, GoTo, Home, Resize>;

void carry_out(PanBy const &action, ViewerState &state, Surroundings const &in);
void carry_out(ZoomAt const &action, ViewerState &state, Surroundings const &in);
void carry_out(ZoomStep const &action, ViewerState &state, Surroundings const &in);
void carry_out(FitExtent const &action, ViewerState &state, Surroundings const &in);
void carry_out(GoTo const &action, ViewerState &state, Surroundings const &in);
void carry_out(Home const &action, ViewerState &state, Surroundings const &in);
void carry_out(Resize const &action, ViewerState &state, Surroundings const &in);

} // namespace app
