#pragma once

#include "app/scene/scene.hpp"

#include <string_view>
#include <vector>

namespace app {

/// Shapes of the frame of a unit's symbol; a side is told by shape as well as by colour.
enum class Frame { rectangle, rounded, cut, hexagon, arch, barrel, shield, slant, trapeze, pointer, basin, octagon };
[[nodiscard]] Frame frame_of(std::size_t side);

inline constexpr float symbol_width = 38;
inline constexpr float symbol_height = 28;

/// How large a unit is, told by strokes over its frame as on military maps: I company to XXXX army.
enum class Echelon { none, detachment, company, battalion, regiment, brigade, division, corps, army, front };
/// From the atlas's word for the kind of unit, such as "rifle_division".
[[nodiscard]] Echelon echelon_of(std::string_view kind);

struct UnitSymbol
{
    Frame frame = Frame::rectangle;
    std::string_view sign; ///< an unknown one leaves the frame empty
    Echelon echelon = Echelon::none;
    Colour side;  ///< fills the frame
    Colour paper; ///< draws its edge and the sign
};

/// A unit's symbol about its middle.
void draw_unit(ScreenPoint middle, float scale, UnitSymbol const &symbol, std::vector<Item> &out);

/// The mark of a place by its kind.
void draw_place(ScreenPoint at, std::string_view kind, int rank, Colour ink, Colour paper, std::vector<Item> &out);

/// Marks of events: a category is told by shape as well as by colour.
enum class EventMark { diamond, disc, square, triangle, wedge, hexagon, star, cross, bar };
[[nodiscard]] EventMark mark_of(std::size_t category);
/// The mark of an event that happens now; a strong one within a ring.
void draw_event_mark(ScreenPoint at, EventMark mark, Colour colour, Colour paper, bool strong, std::vector<Item> &out);

/// A disc and a ring, as strokes and fills of a scene.
[[nodiscard]] Fill disc(ScreenPoint centre, float radius, Colour colour);
[[nodiscard]] Stroke ring(ScreenPoint centre, float radius, float width, Colour colour);

} // namespace app
