#pragma once

#include "app/scene/build_scene.hpp"

namespace app {

/// Land, regions, relief, water, graticule, roads, railways, borders and fronts, from below.
void draw_ground(SceneInput const &in, std::vector<Item> &out);

/// Tints and borders of regions that held the land before, and hold it no longer. \param share of them that shows, 0 to
/// 1
void draw_former_ground(SceneInput const &in, geo::Indices const &before, double share, std::vector<Item> &out);

/// How a region of this status and colour is filled; nothing for a claim, which is an outline.
struct RegionFill
{
    Colour colour;
    Pattern pattern = Pattern::solid;
};
[[nodiscard]] std::optional<RegionFill> region_fill(geo::Status status, Colour polity, Style const &style);

} // namespace app
