#pragma once

#include "app/scene/build_scene.hpp"
#include "app/scene/symbols.hpp"

#include <string>

namespace app {

inline constexpr float unit_scale = 0.86F; ///< of the symbol in a label
inline constexpr float unit_row = symbol_height * unit_scale + 9;
inline constexpr float unit_symbol = symbol_width * unit_scale + 6; ///< width kept for the symbol
inline constexpr float unit_name_size = 14.5F;
inline constexpr float unit_remark_size = 12;

/// Empty on a map without labels.
[[nodiscard]] std::string unit_name(SceneInput const &in, geo::Index unit);
/// The commander, where the atlas names one shortly, and how well the position is known.
[[nodiscard]] std::string unit_remark(SceneInput const &in, geo::UnitState const &state);
/// Width of a unit's label whatever its remark says: symbol, name, remark. Its height is unit_row.
[[nodiscard]] float unit_label_width(SceneInput const &in, geo::Index unit);

} // namespace app
