#pragma once

#include "geo/model/atlas.hpp"
#include "geo/state/world_state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace geo {

/// A source with what it stands behind.
struct CitedSource
{
    Index source = 0;
    std::vector<std::string> items; ///< "event:ev041", "unit:r_atg", "region:…", "line:…", "place:…"
};

/// What is cited: the world that is shown, and the part of it that lies in the extent.
struct CitedView
{
    Atlas const &atlas;
    WorldState const &world;
    std::optional<Box> extent; ///< empty: all of it
};

/// The sources of what is shown, those of most items first, each with its items: units by the sources of their
/// positions, events that happen now, regions, fronts and borders.
[[nodiscard]] std::vector<CitedSource> cited_sources(CitedView const &view);

/// A list of CSL-JSON (1.0.2): the atlas itself, with version, instant and extent, then the sources.
[[nodiscard]] std::string to_csl_json(CitedView const &view, std::vector<CitedSource> const &cited);
/// The same as BibTeX, in UTF-8.
[[nodiscard]] std::string to_bibtex(CitedView const &view, std::vector<CitedSource> const &cited);
/// The same as numbered footnotes in plain text.
[[nodiscard]] std::string to_footnotes(CitedView const &view, std::vector<CitedSource> const &cited);

} // namespace geo
