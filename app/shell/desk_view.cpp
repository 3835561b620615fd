#include "app/shell/desk_view.hpp"

#include "app/scene/camera.hpp"
#include "app/scene/view_extent.hpp"

#include "geo/store/load_atlas.hpp"

#include <algorithm>

namespace app {
geo::Indices graph_axis(geo::Atlas const &atlas, Selection const &selection)
{
    if (selection.kind == Kind::unit) {
        if (auto own = geo::rail_places(atlas, selection.index); own.size() > 1) {
            return own;
        }
    }
    geo::Indices given;
    for (auto const &id : atlas.info.graph) {
        if (auto const place = geo::index_of(atlas.places, id)) {
            given.push_back(*place);
        }
    }
    for (std::size_t u = 0; given.size() < 2 && u < atlas.units.size(); ++u) {
        if (auto own = geo::rail_places(atlas, static_cast<geo::Index>(u)); own.size() > given.size()) {
            given = std::move(own);
        }
    }
    return given;
}

DeskData DeskView::data(DeskFrame const &frame)
{
    auto const &[session, state] = std::tie(frame.session, frame.state);
    DeskData data{
        session.projection, frame.shown, view_extent(state, session.projection), {}, nullptr, {}, {}, nullptr, {}, {}};
    if (frame.mouse) {
        data.pointer = session.projection.inverse(to_map(state.camera, state.viewport, *frame.mouse));
    }
    m_scene = {state.viewport.width, state.viewport.height, {}, {}, {}};
    if (frame.layout.desk.empty()) {
        return data;
    }
    if (state.desk.tab == DeskTab::graph) {
        update_graph(frame, data);
    } else if (state.desk.tab == DeskTab::table) {
        update_table(frame, data);
    }
    return data;
}

void DeskView::update_graph(DeskFrame const &frame, DeskData &data)
{
    auto const &atlas = *frame.session.atlas;
    if (auto axis = graph_axis(atlas, frame.state.selection); axis != m_axis) {
        m_axis = std::move(axis);
        m_graph = geo::train_graph(atlas, m_axis, atlas.info.span);
    }
    if (!m_graph) {
        return;
    }
    auto const shown = geo::cut(*m_graph, frame.state.ruler);
    auto const area = graph_area(frame.layout);
    bool const unit = frame.state.selection.kind == Kind::unit;
    GraphInput const in{atlas,
                        shown,
                        frame.style,
                        frame.fonts,
                        frame.texts,
                        {area.x, area.y, area.x + area.width, area.y + area.height},
                        {frame.theme.paper, frame.theme.text, frame.theme.secondary},
                        13 * frame.layout.scale,
                        frame.state.now,
                        unit ? std::optional{frame.state.selection.index} : std::nullopt,
                        false};
    draw_train_graph(in, m_scene);
    auto const plot = graph_plot(in);
    data.graph = &m_scene;
    data.plot = {plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top};
    data.window = frame.state.ruler;
}

void DeskView::update_table(DeskFrame const &frame, DeskData &data)
{
    if (!m_tables) {
        geo::Problems told_already;
        m_tables.emplace(geo::read_raw(frame.session.location, told_already));
    }
    if (m_asked != frame.state.desk.table) {
        m_asked = frame.state.desk.table;
        m_rows = m_tables->ask(*m_asked);
    }
    data.table = &m_rows;
    data.table_names = m_tables->names();
}

void DeskView::forget()
{
    m_axis.clear();
    m_graph.reset();
    m_tables.reset();
    m_asked.reset();
}

} // namespace app
