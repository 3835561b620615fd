#pragma once

#include "app/scene/train_graph.hpp"
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
    /// The atlas was read anew.
    void forget();

private:
    void update_graph(DeskFrame const &frame, DeskData &data);
    void update_table(DeskFrame const &frame, DeskData &data);

    geo::Indices m_axis;
    std::optional<geo::TrainGraph> m_graph; ///< of the atlas's whole time
    Scene m_scene;
    std::optional<geo::AttributeTables> m_tables;
    std::optional<geo::TableQuery> m_asked;
    geo::TableResult m_rows;
};

/// The places whose railway the graph shows: those of the selected unit if it goes by rail, else the atlas's own, else
/// those of the unit that goes by rail most.
[[nodiscard]] geo::Indices graph_axis(geo::Atlas const &atlas, Selection const &selection);

} // namespace app
