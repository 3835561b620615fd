#pragma once

#include "geo/check/problem.hpp"
#include "geo/io/raw_atlas.hpp"
#include "geo/model/atlas.hpp"
#include "geo/store/load_base.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace app {

/// An atlas read with all that a pack of it holds.
struct ToPack
{
    geo::RawAtlas raw;
    std::shared_ptr<geo::Atlas const> atlas;
    std::optional<geo::RawBase> base;
};

/// \param problems all that reading found; with an error among them it is not to be packed, and has no base
/// \throws geo::DataError if it cannot be read at all
[[nodiscard]] ToPack read_to_pack(std::filesystem::path const &atlas, geo::Problems &problems);

/**
 * Writes a pack: a GeoPackage, whole or not at all, or tables on a server ("PG:…").
 * \return where it was written, as it may be shown
 * \throws geo::DataError, std::runtime_error; what was there stays
 */
std::string write_pack(ToPack const &what, std::filesystem::path const &output);

} // namespace app
