#pragma once

#include "geo/model/atlas.hpp"
#include "geo/state/world_state.hpp"

#include <cstddef>
#include <set>
#include <string>

namespace geo {

/// Which items are to be shown by who says so and how surely. As made it shows all.
struct SourceFilter
{
    std::set<std::string> traditions; ///< ids of AtlasInfo::traditions, one of which must stand behind it; empty: any
    std::set<Index> sources;          ///< one of which must stand behind it; empty: any
    Confidence weakest = Confidence::disputed; ///< items less sure than this are hidden
    bool other_accounts = true; ///< other accounts of a unit's movement are shown beside it, as ghosts
    friend bool operator==(SourceFilter const &, SourceFilter const &) = default;

    [[nodiscard]] bool by_source() const { return !traditions.empty() || !sources.empty(); }
    [[nodiscard]] bool active() const { return by_source() || weakest != Confidence::disputed || !other_accounts; }
};

/// How many of a kind are shown, of how many.
struct Share
{
    std::size_t shown = 0;
    std::size_t all = 0;
    void count(bool is_shown)
    {
        shown += is_shown ? 1 : 0;
        ++all;
    }
    friend bool operator==(Share const &, Share const &) = default;
};

struct FilteredWorld
{
    WorldState world;
    Share units;
    Share events; ///< past and present
    Share regions;
    Share lines; ///< fronts and borders
    [[nodiscard]] std::size_t hidden() const
    {
        return units.all - units.shown + events.all - events.shown + regions.all - regions.shown + lines.all -
               lines.shown;
    }
};

/// Whether a source that the filter wants stands among these.
[[nodiscard]] bool supported(Atlas const &atlas, SourceFilter const &filter, Indices const &sources);
[[nodiscard]] bool passes(Atlas const &atlas, SourceFilter const &filter, Event const &event);

/// The sources of a unit's position: of the stand, or of both ends of the leg.
[[nodiscard]] Indices sources_of(Atlas const &atlas, UnitState const &state, Instant t);

/**
 * What remains of a world. Events and units go by source and confidence, regions, fronts and borders by source alone:
 * they carry no confidence. Places, railways, roads and sea lanes stay, so that the reader knows where they are.
 */
[[nodiscard]] FilteredWorld filtered(Atlas const &atlas, WorldState world, SourceFilter const &filter);

} // namespace geo
