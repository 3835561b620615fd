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
    Colour plate; ///< the paper of what lies on the map: legend, date, scale
    bool relief = true;
    double tint = 1;   ///< strength of the colours of polities, as a factor
    double weight = 1; ///< of lines and letters' halos, as a factor
    /// For sides and polities that the atlas gives no colour.
    std::vector<Colour> palette;
};

/// \throws std::runtime_error naming the file and the key that is missing, unknown or no colour
[[nodiscard]] Style load_style(std::filesystem::path const &file);

/// "#RRGGBB" or "#RRGGBBAA" as a colour; nothing if the word is none.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view word);

[[nodiscard]] Colour with_alpha(Colour colour, double share);

/// Contrast of two opaque colours by WCAG 2.1: 1 to 21.
[[nodiscard]] double contrast(Colour a, Colour b);
/// The colour, lightened or darkened as little as makes it readable on the ground (contrast 4.5).
[[nodiscard]] Colour readable(Colour colour, Colour ground);

} // namespace app
