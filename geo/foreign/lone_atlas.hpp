#pragma once

#include "geo/model/atlas.hpp"

#include <filesystem>
#include <vector>

namespace geo {

/// What an atlas says of itself that is made of foreign files alone: title, span, extent, projection.
/// \param more extents of what the files hold beside
void describe_lone(Atlas &atlas, std::filesystem::path const &first_file, std::vector<Box> const &more = {});

/// The span of an atlas reaches as far as its guests; what it opens with stays.
void widen_span(Atlas &atlas);

/// The extent of all that is in an atlas, or of one guest's. Nothing: there is nothing that lies anywhere.
[[nodiscard]] std::optional<Box> extent_of(Atlas const &atlas, std::optional<GuestNumber> only = {});

/// An extent with a margin about it, and never less than a walk of some minutes.
[[nodiscard]] Box roomy(Box const &box);

} // namespace geo
