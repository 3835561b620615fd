#include "geo/cite/citations.hpp"

#include "geo/cite/formats.hpp"
#include "geo/state/source_filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace geo {
namespace {

bool within(LonLat p, std::optional<Box> const &box)
{
    return !box || (box->west <= p.lon && p.lon <= box->east && box->south <= p.lat && p.lat <= box->north);
}

/// Whether the extents of a shape and the view meet.
template <typename Parts>
bool meets(Parts const &lines, std::optional<Box> const &box)
{
    if (!box) {
        return true;
    }
    Box reach{180, 90, -180, -90};
    for (auto const &line : lines) {
        for (auto const &p : line) {
            reach = {std::min(reach.west, p.lon), std::min(reach.south, p.lat), std::max(reach.east, p.lon),
                     std::max(reach.north, p.lat)};
        }
    }
    return reach.west <= box->east && box->west <= reach.east && reach.south <= box->north && box->south <= reach.north;
}

/// Gathers the items behind each source; lives for one call.
class Gatherer
{
public:
    explicit Gatherer(CitedView const &view) : v{view} {}

    std::vector<CitedSource> gather()
    {
        for (auto const &state : v.world.units) {
            if (within(state.at, v.extent)) {
                add("unit:" + v.atlas.units[state.unit].id, sources_of(v.atlas, state, v.world.at));
            }
        }
        for (auto const &[index, phase] : v.world.events) {
            auto const &event = v.atlas.events[index];
            if (phase == EventPhase::now && shown(event)) {
                add("event:" + event.id, event.sources);
            }
        }
        for (auto const index : v.world.regions) {
            auto const &region = v.atlas.regions[index];
            if (std::ranges::any_of(region.shape, [&](Polygon const &p) { return meets(p, v.extent); })) {
                add("region:" + region.id, region.sources);
            }
        }
        for (auto const index : v.world.lines) {
            auto const &line = v.atlas.lines[index];
            if ((line.kind == LineKind::front || line.kind == LineKind::border) && meets(line.shape, v.extent)) {
                add("line:" + line.id, line.sources);
            }
        }
        std::vector<CitedSource> all;
        all.reserve(m_items.size());
        for (auto &[source, items] : m_items) {
            all.push_back({source, std::move(items)});
        }
        std::ranges::stable_sort(
            all, [](CitedSource const &a, CitedSource const &b) { return a.items.size() > b.items.size(); });
        return all;
    }

private:
    [[nodiscard]] bool shown(Event const &event) const
    {
        bool const nowhere = event.places.empty() && !event.spot;
        return nowhere || (event.spot && within(*event.spot, v.extent)) ||
               std::ranges::any_of(event.places, [&](Index p) { return within(v.atlas.places[p].at, v.extent); });
    }

    void add(std::string const &item, Indices const &sources)
    {
        for (auto const source : sources) {
            m_items[source].push_back(item);
        }
    }

    CitedView const &v;
    std::map<Index, std::vector<std::string>> m_items;
};

std::string moment_of(CitedView const &view)
{
    auto const clock = view.atlas.info.clock.in("en");
    auto words = fmt::format("Shown at {}{}", to_iso(view.world.at), clock.empty() ? "" : " (" + clock + ")");
    if (view.extent) {
        words += fmt::format(", extent {:.3f},{:.3f},{:.3f},{:.3f}", view.extent->west, view.extent->south,
                             view.extent->east, view.extent->north);
    }
    return words;
}

/// The atlas as an entry of its own.
Json atlas_entry(CitedView const &view)
{
    auto const &info = view.atlas.info;
    Json entry{{"id", info.id},
               {"type", "map"},
               {"title", info.title.in("en")},
               {"version", info.version},
               {"genre", "Animated historical atlas"},
               {"note", moment_of(view)}};
    return entry;
}

/// All entries, the atlas first.
std::vector<Json> entries(CitedView const &view, std::vector<CitedSource> const &cited)
{
    std::vector<Json> all{atlas_entry(view)};
    for (auto const &[source, items] : cited) {
        all.push_back(Json::parse(view.atlas.sources[source].csl_json));
    }
    return all;
}

} // namespace

std::vector<CitedSource> cited_sources(CitedView const &view)
{
    return Gatherer{view}.gather();
}

std::string to_csl_json(CitedView const &view, std::vector<CitedSource> const &cited)
{
    return Json(entries(view, cited)).dump(1) + "\n";
}

std::string to_bibtex(CitedView const &view, std::vector<CitedSource> const &cited)
{
    std::string text;
    for (auto const &entry : entries(view, cited)) {
        text += bibtex_entry(entry) + "\n";
    }
    return text;
}

std::string to_footnotes(CitedView const &view, std::vector<CitedSource> const &cited)
{
    auto const &info = view.atlas.info;
    std::string text =
        fmt::format("1. {} ({}), version {}. {}.\n", info.title.in("en"), info.id, info.version, moment_of(view));
    int number = 2;
    for (auto const &[source, items] : cited) {
        text += fmt::format("{}. {} [{}]\n", number++, footnote(Json::parse(view.atlas.sources[source].csl_json)),
                            fmt::join(items, ", "));
    }
    return text;
}

} // namespace geo
