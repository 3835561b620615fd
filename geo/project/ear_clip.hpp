#pragma once

#include "geo/project/projection.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace geo {

/**
 * Cuts a ring without holes into triangles by clipping ears (Meisters 1975): quick, but the triangles may be slender.
 * \param ring open: the first point is not repeated
 * \return three indices into the ring for each triangle; nothing if the ring crosses itself, so that no ear is found
 */
[[nodiscard]] std::optional<std::vector<std::uint32_t>> clip_ears(std::span<MapPoint const> ring);

} // namespace geo
