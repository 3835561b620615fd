#pragma once

#include "geo/io/raw_atlas.hpp"
#include "geo/io/record.hpp"

namespace geo {

/// The stories with their events resolved; faulty ones are reported and left out.
[[nodiscard]] std::vector<Story> build_stories(RawAtlas const &raw, IdTable const &events, Problems &problems);

/// One entry of sources.json with its short citation: authors, title, year.
[[nodiscard]] Source parse_source(Json const &json, JsonReader &reader, Problems &problems);

} // namespace geo
