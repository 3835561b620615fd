#pragma once

#include "geo/model/geometry.hpp"
#include "geo/project/coordinates.hpp"
#include "geo/query/attribute_tables.hpp"
#include "geo/state/source_filter.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What lies on the researcher's desk.
enum class DeskTab : std::uint8_t { sources, graph, measure, table };

enum class MeasureKind : std::uint8_t { ground, area, railway, road, sea };

/// What is being measured on the map.
struct Measure
{
    bool active = false; ///< clicks on the map set points
    MeasureKind kind = MeasureKind::ground;
    std::vector<geo::LonLat> points;
    std::vector<geo::LineString> ways; ///< along the network, by stretch; empty where none leads
    std::vector<double> way_m;
    friend bool operator==(Measure const &, Measure const &) = default;
};

/// The researcher's part of a view.
struct Desk
{
    DeskTab tab = DeskTab::sources;
    geo::SourceFilter filter;
    Measure measure;
    std::string go_to; ///< coordinates being typed
    geo::TableQuery table{"places", {}, {}, false};
    friend bool operator==(Desk const &, Desk const &) = default;
};

} // namespace app
