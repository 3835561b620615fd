#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Marks of what happens now, by category. While the clock runs, a mark whose moment comes sends out one ring; moments
/// that follow one another within a third of a second of playing share it, so that nothing flashes oftener.
void draw_events(SceneInput const &in, Scene &scene);

/// Whether the map marks an event: what happens now. What lasts for weeks is in the list; on the map it would only hide
/// what happens.
[[nodiscard]] bool is_marked(geo::Event const &event, geo::EventPhase phase);

/// How far the ring of an event has spread, 0 to 1; nothing when it rests.
[[nodiscard]] std::optional<double> pulse_of(geo::Atlas const &atlas, geo::Index event, ViewerState const &view);

} // namespace app
