#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// The ways of the units of the world: those of the last day and a half in their side's colour, fading with age, with
/// an arrow head where a unit moves, the rest of its leg dashed, and the doubt about its position. Where more than
/// `most_ways` units are in view only the way of the selected one: others would cover the map.
void draw_tracks(SceneInput const &in, std::size_t units_in_view, std::vector<Item> &out);
inline constexpr std::size_t most_ways = 300;

/// A unit that travels by itself (and is no other account of one), and where it is in the view.
struct UnitSpot
{
    geo::UnitState const *state = nullptr; ///< of the world of the scene's input
    ScreenPoint at;
};
[[nodiscard]] std::vector<UnitSpot> units_in_view(SceneInput const &in);

/// Where a unit stands or moves, on the plane of the map and in pixels.
[[nodiscard]] geo::MapPoint map_position(MapModel const &map, geo::UnitState const &state);
[[nodiscard]] ScreenPoint position_of(SceneInput const &in, geo::UnitState const &state);

} // namespace app
