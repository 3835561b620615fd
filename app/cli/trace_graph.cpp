#include "app/cli/trace_graph.hpp"

#include "app/core/paths.hpp"
#include "app/i18n/date_text.hpp"
#include "app/scene/train_graph.hpp"
#include "app/vector/write_vector.hpp"

#include "geo/io/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace app {
namespace {

geo::Indices axis_of(geo::Atlas const &atlas, geo::Index unit, std::vector<std::string> const &along)
{
    geo::Indices places;
    for (auto const &id : along) {
        auto const index = geo::index_of(atlas.places, id);
        if (!index) {
            std::vector<std::string> known;
            std::ranges::transform(atlas.places, std::back_inserter(known), &geo::Place::id);
            auto const near = geo::nearest(id, known);
            throw std::invalid_argument{fmt::format("--along: there is no place '{}' in {}{}", id, atlas.info.id,
                                                    near.empty() ? "" : fmt::format("; did you mean '{}'?", near))};
        }
        places.push_back(*index);
    }
    return places.empty() ? geo::rail_places(atlas, unit) : places;
}

/// From the hour before its first dated departure to the hour after its last arrival, unless the options say otherwise.
geo::Span window_of(geo::Atlas const &atlas, geo::Index unit, TraceOptions const &options)
{
    using std::chrono::hours;
    auto const &legs = atlas.trajectories[unit].legs;
    geo::Span window = atlas.info.opening_ruler;
    if (!legs.empty()) {
        window = {std::chrono::floor<hours>(legs.front().span.begin) - hours{1},
                  std::chrono::ceil<hours>(legs.back().span.end) + hours{2}};
    }
    window.begin = options.from.value_or(window.begin);
    window.end = options.to.value_or(window.end);
    if (window.end <= window.begin) {
        throw std::invalid_argument{"--to lies before --from; exchange or correct them"};
    }
    return window;
}

} // namespace

void write_trace_graph(geo::Atlas const &atlas, geo::Index unit, TraceOptions const &options)
{
    auto const graph = geo::train_graph(atlas, axis_of(atlas, unit, options.along), window_of(atlas, unit, options));
    if (!graph) {
        throw std::invalid_argument{
            fmt::format("there is no train graph of {}: no railway joins its places, or too few stations on it have "
                        "kilometres by timetable; name places with --along",
                        atlas.units[unit].id)};
    }
    auto const style = load_style(assets_dir() / "styles" / "light.json");
    FontMetrics const fonts;
    Texts const texts{locale_dir(), options.language};
    GraphInput const in{atlas, *graph, style, fonts, texts, {}, {}, 13, std::nullopt, unit, true};
    auto const title =
        fmt::format("{} – {}, {} – {}", atlas.places[graph->stations.front().place].name.in(options.language),
                    atlas.places[graph->stations.back().place].name.in(options.language),
                    full_date_text(texts, graph->window.begin), full_date_text(texts, graph->window.end));
    auto const scene = train_graph_page(in, title, options.size.width, options.size.height);
    write_vector({whole_page({&scene})}, {title, atlas.info.attribution.in(options.language), {}, options.language},
                 options.graph);
}

} // namespace app
