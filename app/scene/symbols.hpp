#pragma once

#include "app/scene/scene.hpp"

#include <string_view>
#include <vector>

namespace app {

/// Shapes of the frame of a unit's symbol; a side is told by shape as well as by colour.
enum class Frame { rectangle, rounded, hexagon, cut, barrel, arch };
[[nodiscard]] Frame frame_of(std::size_t side);

inline constexpr float symbol_width = 38;
inline constexpr float symbol_height = 28;

/// A unit's symbol about its middle: the frame filled with the side's colour, the sign of the kind in paper.
/// An unknown sign leaves the frame empty.
void draw_unit(ScreenPoint middle, float scale, Frame frame, std::string_view sign, Colour side, Colour paper,
               std::vector<Item> &out);

/// The mark of a place by its kind.
void draw_place(ScreenPoint at, std::string_view kind, int rank, Colour ink, Colour paper, std::vector<Item> &out);

/// The mark of an event that happens now: a diamond in the colour of its category; a strong one within a ring.
void draw_event(ScreenPoint at, Colour colour, Colour paper, bool strong, std::vector<Item> &out);

/// A disc and a ring, as strokes and fills of a scene.
[[nodiscard]] Fill disc(ScreenPoint centre, float radius, Colour colour);
[[nodiscard]] Stroke ring(ScreenPoint centre, float radius, float width, Colour colour);

} // namespace app
