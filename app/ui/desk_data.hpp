#pragma once

#include "app/scene/scene.hpp"
#include "app/state/desk.hpp"
#include "app/ui/large_status.hpp"
#include "app/ui/layout.hpp"
#include "app/ui/scan_status.hpp"

#include "geo/cite/citations.hpp"
#include "geo/movement/itinerary.hpp"
#include "geo/movement/train_graph.hpp"
#include "geo/project/projection.hpp"
#include "geo/query/attribute_tables.hpp"
#include "geo/state/source_filter.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

/// What the researcher's desk shows beside the state; made by the shell, which keeps it from frame to frame.
struct DeskData
{
    geo::Projection const &projection;
    geo::FilteredWorld const &shown;
    geo::Box extent;                         ///< of the map in view
    std::optional<geo::LonLat> pointer{};      ///< under the mouse, where it is on the map
    Scene const *graph = nullptr;            ///< the train graph as drawn under the panel; null: none
    PanelRect plot{};                          ///< where its hours lie
    geo::Span window{};                        ///< and which
    geo::TableResult const *table = nullptr; ///< null: no atlas file to read from
    std::vector<std::string> table_names{};
    std::span<geo::Itinerary const> itineraries{}; ///< of the selected unit, then as other accounts have it
    std::vector<LargeStatus> large{};          ///< guests too large to be read whole
    std::vector<ScanStatus> scans{};           ///< one per scan of the state, in order
    std::function<void(DeskScan const &)> save_scan{}; ///< its points, beside it, of which a notice tells
    std::function<void(std::string const &csv)> save_table{}; ///< into a file, of which a notice tells
};

/// Where on the desk the train graph lies, so that the shell can draw it there.
[[nodiscard]] PanelRect graph_area(Layout const &layout);

} // namespace app
