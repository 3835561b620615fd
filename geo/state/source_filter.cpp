#include "geo/state/source_filter.hpp"

#include "geo/movement/trajectory.hpp"
#include "geo/state/accounts.hpp"

#include <algorithm>

namespace geo {
namespace {

bool wanted(SourceFilter const &filter, Source const &source, Index index)
{
    bool const by_tradition =
        filter.traditions.empty() || std::ranges::any_of(source.traditions, [&](std::string const &tradition) {
            return filter.traditions.contains(tradition);
        });
    return by_tradition && (filter.sources.empty() || filter.sources.contains(index));
}

/// Takes out of a list what does not pass, and counts.
template <typename Item, typename Passes>
void keep(std::vector<Item> &items, Share &share, Passes const &passes)
{
    std::erase_if(items, [&](Item const &item) {
        bool const stays = passes(item);
        share.count(stays);
        return !stays;
    });
}

} // namespace

bool supported(Atlas const &atlas, SourceFilter const &filter, Indices const &sources)
{
    return !filter.by_source() ||
           std::ranges::any_of(sources, [&](Index index) { return wanted(filter, atlas.sources[index], index); });
}

bool passes(Atlas const &atlas, SourceFilter const &filter, Event const &event)
{
    return event.confidence <= filter.weakest && supported(atlas, filter, event.sources);
}

Indices sources_of(Atlas const &atlas, UnitState const &state, Instant t)
{
    auto const &fixes = atlas.units[state.mover].fixes;
    auto const &trajectory = atlas.trajectories[state.mover];
    if (state.leg) {
        auto const fix = trajectory.legs[*state.leg].fix;
        auto all = fixes[fix].sources;
        for (auto const source : fixes[fix + 1].sources) {
            if (std::ranges::find(all, source) == all.end()) {
                all.push_back(source);
            }
        }
        return all;
    }
    auto const next = std::ranges::upper_bound(trajectory.stays, t, {}, [](Stay const &s) { return s.span.begin; });
    return next == trajectory.stays.begin() ? Indices{} : fixes[std::prev(next)->fix].sources;
}

FilteredWorld filtered(Atlas const &atlas, WorldState world, SourceFilter const &filter)
{
    FilteredWorld result;
    result.world = std::move(world);
    auto &w = result.world;
    keep(w.units, result.units, [&](UnitState const &state) {
        bool const wanted = filter.other_accounts || !is_account(atlas.units[state.unit]);
        return wanted && state.confidence <= filter.weakest &&
               (!filter.by_source() || supported(atlas, filter, sources_of(atlas, state, w.at)));
    });
    keep(w.events, result.events,
         [&](EventState const &state) { return passes(atlas, filter, atlas.events[state.event]); });
    keep(w.regions, result.regions, [&](Index i) { return supported(atlas, filter, atlas.regions[i].sources); });
    std::erase_if(w.lines, [&](Index i) {
        auto const &line = atlas.lines[i];
        if (line.kind != LineKind::front && line.kind != LineKind::border) {
            return false;
        }
        bool const stays = supported(atlas, filter, line.sources);
        result.lines.count(stays);
        return !stays;
    });
    return result;
}

} // namespace geo
