#include "app/state/camera_actions.hpp"

#include "app/scene/camera.hpp"
#include "app/story/telling.hpp"

#include <algorithm>
#include <cmath>

namespace app {

void carry_out(PanBy const &action, ViewerState &state, Surroundings const &)
{
    state.camera = pan_by(state.camera, action.dx, action.dy);
    state.following = false; // the hand on the map decides
}

void carry_out(ZoomAt const &action, ViewerState &state, Surroundings const &)
{
    state.camera = zoom_at(state.camera, state.viewport, action.at, action.factor);
}

void carry_out(ZoomStep const &action, ViewerState &state, Surroundings const &)
{
    ScreenPoint const middle{static_cast<float>(state.viewport.width) / 2,
                             static_cast<float>(state.viewport.height) / 2};
    state.camera = zoom_at(state.camera, state.viewport, middle, std::pow(1.5, action.steps));
}

void carry_out(FitExtent const &action, ViewerState &state, Surroundings const &in)
{
    state.camera = fit(in.projection, action.extent, state.viewport);
}

void carry_out(GoTo const &action, ViewerState &state, Surroundings const &in)
{
    state.camera.centre = in.projection.forward(action.at);
    state.camera.metres_per_pixel = std::min(state.camera.metres_per_pixel, 250.0);
}

void carry_out(Home const &, ViewerState &state, Surroundings const &in)
{
    state.camera = fit(in.projection, in.atlas.info.home, state.viewport);
}

void carry_out(Resize const &action, ViewerState &state, Surroundings const &in)
{
    state.viewport = action.viewport;
    keep_stage(state, in);
}

} // namespace app
