#pragma once

#include "geo/model/geometry.hpp"
#include "geo/project/coordinates.hpp"
#include "geo/query/attribute_tables.hpp"
#include "geo/raster/control_points.hpp"
#include "geo/state/source_filter.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What lies on the researcher's desk.
enum class DeskTab : std::uint8_t { sources, graph, measure, table, itinerary, scans };

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

/// A spot of a scan, pixels from its top left corner.
struct ScanSpot
{
    double pixel = 0;
    double line = 0;
    friend bool operator==(ScanSpot const &, ScanSpot const &) = default;
};

/// A scanned map or another raster over the map.
struct DeskScan
{
    std::string file;
    bool shown = true;
    float opacity = 1;
    geo::Fitting fitting = geo::Fitting::affine;
    std::vector<geo::ControlPoint> points; ///< none: it lies as the file itself says, if it does
    bool saved = true;                     ///< the points lie beside the file as they are here
    friend bool operator==(DeskScan const &, DeskScan const &) = default;
};

/// What part of a scan the desk shows.
struct ScanView
{
    ScanSpot centre;
    double pixels = 0; ///< of the scan in one of the screen; 0: all of it is to be seen
    friend bool operator==(ScanView const &, ScanView const &) = default;
};

/// The scans over the map, the last one uppermost.
struct Scans
{
    std::vector<DeskScan> all;
    std::size_t chosen = 0; ///< which one the desk shows
    float swipe = 0;        ///< share of the view's width, from the left, that stays without scans
    bool placing = false;   ///< clicks on the picture and on the map set control points
    std::optional<ScanSpot> spot; ///< clicked on the picture, waiting for its place on the map
    ScanView view;
    friend bool operator==(Scans const &, Scans const &) = default;

    [[nodiscard]] DeskScan const *chosen_scan() const { return chosen < all.size() ? &all[chosen] : nullptr; }
};

/// The researcher's part of a view.
struct Desk
{
    DeskTab tab = DeskTab::sources;
    geo::SourceFilter filter;
    Measure measure;
    std::string go_to; ///< coordinates being typed
    geo::TableQuery table{"places", {}, {}, false};
    Scans scans;
    friend bool operator==(Desk const &, Desk const &) = default;
};

} // namespace app
