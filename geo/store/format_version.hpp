#pragma once

#include "geo/io/raw_table.hpp"
#include "geo/io/schema.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace geo {

/// The versions of the data format that this program writes; older ones are read.
constexpr std::string_view atlas_format = "marshrut-atlas/1";
constexpr std::string_view pack_format = "marshrut-pack/1";

/**
 * The number in a format such as "marshrut-atlas/1".
 * \param newest the format of this program, of the same name
 * \throws DataError if it is newer than ours or no such format, with what to do
 */
[[nodiscard]] int format_version(std::string const &found, std::string_view newest, std::filesystem::path const &where);

/// Gives the fields of an older version their present names. Version 0 is that of drafts: name_1920, start, end,
/// disagreement_note, seed_claims, railway_km_from_Baku.
void upgrade(RawTable &table, int version);

} // namespace geo
