#pragma once

#include "app/scene/scene.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Colours of the map. Data: assets/styles/<id>.json.
struct Style
{
    Colour sea, vignette_far, vignette_middle, vignette_near;
    Colour land, shore, river, lake;
    Colour graticule;
    Colour border, border_band;
    Colour hatch;
    Colour front;
    Colour rail, rail_tick;
    Colour road, road_core;
    Colour sea_lane;
    Colour text, secondary, halo;
    Colour region_text, water_text, mountain_text;
    Colour place_mark;
    Colour symbol_edge;
    Colour frame;
    bool relief = true;
    /// For sides and polities that the atlas gives no colour.
    std::vector<Colour> palette;
};

/// \throws std::runtime_error naming the file and the key that is missing, unknown or no colour
[[nodiscard]] Style load_style(std::filesystem::path const &file);

/// "#RRGGBB" or "#RRGGBBAA" as a colour; nothing if the word is none.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view word);

[[nodiscard]] Colour with_alpha(Colour colour, double share);

} // namespace app
