#include "app/shell/desk_view.hpp"

#include "app/scene/camera.hpp"
#include "app/scene/view_extent.hpp"

#include "geo/state/accounts.hpp"
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
    DeskData data{session.projection, frame.shown, view_extent(state, session.projection)};
    if (frame.mouse) {
        data.pointer = session.projection.inverse(to_map(state.camera, state.viewport, *frame.mouse));
    }
    bool const open = !frame.layout.desk.empty() && state.desk.tab == DeskTab::scans;
    m_scans.update(session, state, open ? scan_area(frame.layout) : PanelRect{});
    data.scans = m_scans.status();
    m_large.update(session, state);
    data.large = m_large.status();
    m_scene = {state.viewport.width, state.viewport.height, {}, {}, {}};
    if (frame.layout.desk.empty()) {
        return data;
    }
    if (state.desk.tab == DeskTab::graph) {
        update_graph(frame, data);
    } else if (state.desk.tab == DeskTab::table) {
        update_table(frame, data);
    } else if (state.desk.tab == DeskTab::itinerary) {
        update_itinerary(frame, data);
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

void DeskView::update_itinerary(DeskFrame const &frame, DeskData &data)
{
    auto const &selection = frame.state.selection;
    if (selection.kind != Kind::unit) {
        return;
    }
    auto const &atlas = *frame.session.atlas;
    auto const unit = geo::account_of(atlas, selection.index).value_or(selection.index);
    bool const heights_come = !m_heights && !frame.session.relief.empty();
    if (m_traced != unit || heights_come) {
        if (heights_come) {
            m_heights.emplace(frame.session.relief);
        }
        auto const *const relief = m_heights ? &*m_heights : nullptr;
        m_itineraries = {geo::itinerary(atlas, unit, relief)};
        for (auto const other : geo::accounts_of(atlas, unit)) {
            m_itineraries.push_back(geo::itinerary(atlas, other, relief));
        }
        m_traced = unit;
    }
    data.itineraries = m_itineraries;
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

Prepared DeskView::over_map() const
{
    auto prepared = m_scans.over_map();
    m_large.append_to(prepared);
    return prepared;
}

void DeskView::drop_textures()
{
    m_scans.drop_textures();
    m_large.drop_textures();
}

void DeskView::finish()
{
    m_scans.finish();
    m_large.finish();
}

void DeskView::forget()
{
    m_scans.forget();
    m_large.forget();
    m_axis.clear();
    m_graph.reset();
    m_heights.reset();
    m_traced.reset();
    m_tables.reset();
    m_asked.reset();
}

} // namespace app
