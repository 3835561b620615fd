#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <optional>

namespace app {

/// Where an event took place, if it is said.
[[nodiscard]] std::optional<geo::LonLat> position_of(geo::Event const &event, geo::Atlas const &atlas);

/// Where what is selected lies now; nothing for what is nowhere or everywhere.
[[nodiscard]] std::optional<geo::LonLat> position_of(Selection const &what, geo::Instant now, geo::Atlas const &atlas);

/// Moves the camera as little as is needed for the selection to stand in the middle part of the view.
void bring_into_view(ViewerState &state, Surroundings const &in);

/// The same for a unit that the map follows, after the clock was moved.
void follow_unit(ViewerState &state, Surroundings const &in);

} // namespace app
