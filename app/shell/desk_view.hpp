#pragma once

#include "app/core/user_files.hpp"
#include "app/scene/train_graph.hpp"
#include "app/shell/large_layers.hpp"
#include "app/shell/scan_layer.hpp"
#include "app/shell/session.hpp"
#include "app/ui/desk_data.hpp"
#include "app/ui/theme.hpp"

#include "geo/query/attribute_tables.hpp"

#include <optional>

namespace app {

/// What the desk is drawn with in one frame.
struct DeskFrame
{
    Session const &session;
    ViewerState const &state;
    geo::FilteredWorld const &shown;
    Layout const &layout;
    Theme const &theme;
    Style const &style;
    FontMetrics const &fonts;
    Texts const &texts;
    std::optional<ScreenPoint> mouse; ///< where it is on the map, not on a panel
};

/// Keeps from frame to frame what the researcher's desk takes long to find: the train graph and the rows of a table.
class DeskView
{
public:
    /// What the panels show. It refers to this object and to the frame.
    [[nodiscard]] DeskData data(DeskFrame const &frame);
    /// The train graph to paint under the panel; empty unless its tab is open.
    [[nodiscard]] Scene const &graph() const { return m_scene; }
    /// Scans and large layers over the map, and the scan that the desk shows. They refer to textures of this object.
    [[nodiscard]] Prepared over_map() const;
    [[nodiscard]] Prepared picture() const { return m_scans.on_desk(); }
    /// True while later frames have something to show.
    [[nodiscard]] bool busy() const { return m_scans.busy() || m_large.busy(); }
    /// The textures went with the window.
    void drop_textures();
    [[nodiscard]] std::vector<LargeStatus> const &large() const { return m_large.status(); }
    [[nodiscard]] std::vector<ScanStatus> const &scans() const { return m_scans.status(); }
    /// Waits for what is being read, for tests.
    void finish();
    /// The atlas was read anew.
    void forget();

private:
    void update_graph(DeskFrame const &frame, DeskData &data);
    void update_itinerary(DeskFrame const &frame, DeskData &data);
    void update_table(DeskFrame const &frame, DeskData &data);

    ScanLayer m_scans{cache_dir()};
    LargeLayersView m_large;
    geo::Indices m_axis;
    std::optional<geo::TrainGraph> m_graph; ///< of the atlas's whole time
    Scene m_scene;
    std::optional<geo::Heights> m_heights;
    std::optional<geo::Index> m_traced;
    std::vector<geo::Itinerary> m_itineraries; ///< of m_traced and its other accounts
    std::optional<geo::AttributeTables> m_tables;
    std::optional<geo::TableQuery> m_asked;
    geo::TableResult m_rows;
};

/// The places whose railway the graph shows: those of the selected unit if it goes by rail, else the atlas's own, else
/// those of the unit that goes by rail most.
[[nodiscard]] geo::Indices graph_axis(geo::Atlas const &atlas, Selection const &selection);

} // namespace app
