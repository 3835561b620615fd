#pragma once

#include "app/state/action.hpp"

#include "geo/model/atlas.hpp"
#include "geo/project/projection.hpp"

namespace app {

/// What an action may need to know besides the state.
struct Surroundings
{
    geo::Atlas const &atlas;
    geo::Projection const &projection;
};

/// The state with which an atlas opens in a view of this size.
[[nodiscard]] ViewerState opening_state(Surroundings const &in, Viewport viewport);

/// The state after the action. Pure.
[[nodiscard]] ViewerState reduce(ViewerState state, Action const &action, Surroundings const &in);

/// When an event begins as its text says, without the widening of "~": where the clock goes when it is chosen.
[[nodiscard]] geo::Instant moment_of(geo::Event const &event);

} // namespace app
