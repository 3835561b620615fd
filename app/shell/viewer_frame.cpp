#include "app/shell/viewer.hpp"

#include "app/scene/legend.hpp"
#include "app/scene/measure_overlay.hpp"
#include "app/scene/scan_marks.hpp"
#include "app/story/blind.hpp"
#include "app/story/quiz_marks.hpp"
#include "app/story/stage.hpp"
#include "app/ui/paper.hpp"

#include <SFML/Window/Mouse.hpp>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// The ground that a sheet hides: all but its rounded corners.
void cover(Rect const &sheet, float radius, std::vector<PixelRect> &covers)
{
    auto const corner = static_cast<int>(std::ceil(radius));
    PixelRect const whole{static_cast<int>(std::ceil(sheet.left)) + 1, static_cast<int>(std::ceil(sheet.top)) + 1,
                          static_cast<int>(sheet.right) - 1, static_cast<int>(sheet.bottom) - 1};
    covers.push_back({whole.left, whole.top + corner, whole.right, whole.bottom - corner});
    covers.push_back({whole.left + corner, whole.top, whole.right - corner, whole.bottom});
}

std::vector<PixelRect> covers_of(Layout const &layout, Legend const &legend, Style const &style)
{
    std::vector<PixelRect> covers;
    for (auto const &sheet : panels_of(layout)) {
        cover({sheet.x, sheet.y, sheet.x + sheet.width, sheet.y + sheet.height}, paper_radius * layout.scale, covers);
    }
    if (legend.plate.right > legend.plate.left && style.plate.a == 0xFF) {
        cover(legend.plate, 0, covers); // its corners are sharp
    }
    return covers;
}

} // namespace

sf::Color Viewer::pixel(unsigned x, unsigned y)
{
    auto const size = m_window.getSize();
    return x < size.x && y < size.y ? snapshot().copyToImage().getPixel(x, y) : sf::Color::Transparent;
}

/// What of the map no panel covers.
Rect Viewer::free_part(Layout const &layout) const
{
    if (on_slide(m_state.presenter)) {
        return stage_of(m_state, *m_session->atlas).map;
    }
    auto const width = static_cast<float>(m_state.viewport.width);
    auto const &left = layout.story.empty() ? layout.events : layout.story;
    return {left.empty() ? 0.0F : left.x + left.width, layout.title.y + layout.title.height,
            layout.card.empty() ? width : layout.card.x, layout.desk.empty() ? layout.timeline.y : layout.desk.y};
}

/// The sheets of paper over what moves under them.
void Viewer::lay_paper(Layout const &layout)
{
    if (auto sheets = panels_of(layout); sheets != m_sheets) {
        Scene scene{m_state.viewport.width, m_state.viewport.height, {}, {}, {}};
        draw_paper(layout, theme_of(m_state.theme), scene.items);
        m_paper = m_painter->prepare(scene);
        m_sheets = std::move(sheets);
    }
}

/// What the researcher's desk shows, and the drawings that lie over the map or on the desk's paper.
DeskData Viewer::lay_desk(geo::FilteredWorld const &shown, Layout const &layout)
{
    std::optional<ScreenPoint> mouse;
    if (m_window.hasFocus() && !m_imgui->wants_mouse()) {
        auto const at = sf::Mouse::getPosition(m_window);
        mouse = ScreenPoint{static_cast<float>(at.x), static_cast<float>(at.y)};
    }
    auto data =
        m_desk.data({*m_session, m_state, shown, layout, theme_of(m_state.theme), m_style, m_metrics, *m_texts, mouse});
    data.save_scan = [this](DeskScan const &scan) { save_points(scan); };
    data.save_table = [this](std::string const &csv) { save_table(csv); };
    return data;
}

Prepared Viewer::draw_ui(geo::FilteredWorld const &shown, Layout const &layout, DeskData const &desk, float seconds)
{
    m_imgui->begin_frame(seconds);
    auto const files = m_files.data(m_state);
    PanelContext const context{*m_session->atlas, shown.world, m_state,       layout,   theme_of(m_state.theme),
                               m_imgui->fonts(),  *m_texts,    layer_names(), m_notice, m_session->projection,
                               m_names,           m_styles,    &desk,         &files};
    draw_panels(context, m_actions);
    return m_imgui->end_frame();
}

/// What a frame shows: the world of the moment in the present layout.
struct Viewer::Shown
{
    explicit Shown(Viewer const &viewer)
    : atlas{*viewer.m_session->atlas}, filtered{geo::filtered(atlas, geo::state_at(atlas, viewer.m_state.now),
                                                              viewer.m_state.desk.filter)},
      layout{lay_out(viewer.m_state)}, view{as_shown(viewer.m_state, blind)},
      in{viewer.m_session->map, filtered.world,           view, viewer.m_style, viewer.m_metrics,
         *viewer.m_texts,       viewer.free_part(layout), {}}
    {
        in.blocked.push_back(furniture_rect(in));
        legend = build_legend(in);
        in.blocked.push_back(legend.plate);
    }
    Shown(Shown const &) = delete;
    Shown &operator=(Shown const &) = delete;

    geo::Atlas const &atlas;
    geo::FilteredWorld filtered;
    Layout layout;
    ViewerState blind; ///< the state, with what a question of the quiz keeps back
    ViewerState const &view;
    SceneInput in;
    Legend legend;
};

/// Has the map built on its thread while window and letters are still being made.
void Viewer::begin_map()
{
    bool const alone = m_session->guests.files.empty() && m_session->large.empty();
    m_map.begin_first(Shown{*this}.in, alone ? picture_sources(m_session->location, m_state.style) : std::string{});
}

void Viewer::frame(float seconds)
{
    follow_state();
    Shown const shown{*this};
    auto const &in = shown.in;
    m_map.update(in, *m_painter);
    if (m_map.busy()) {
        m_frames_due = std::max(m_frames_due, settle_frames);
    }
    m_moving = build_moving(in, m_map.base());

    paint(shown, seconds);
    follow_audience(in);

    for (auto const &action : std::exchange(m_actions, {})) {
        act(action);
    }
}

/// Puts all layers into the window, from below, and shows it.
void Viewer::paint(Shown const &shown, float seconds)
{
    auto const &in = shown.in;
    auto const &layout = shown.layout;
    lay_paper(layout);
    auto const desk = lay_desk(shown.filtered, layout);
    auto const map = m_map.prepared();
    auto const scans = m_desk.over_map();
    if (m_desk.busy()) {
        m_frames_due = std::max(m_frames_due, settle_frames);
    }
    auto const furniture = m_painter->prepare(build_furniture(in, m_map.base(), shown.legend.plate));
    auto const moving = m_painter->prepare(m_moving);
    auto const legend = m_painter->prepare(scene_of(shown.legend, in.view.viewport));
    auto const measure =
        m_painter->prepare(m_state.desk.measure.points.empty() ? Scene{} : build_measure(in, m_session->projection));
    auto const graph = m_painter->prepare(m_desk.graph());
    auto const picture = m_desk.picture();
    bool const points = !layout.desk.empty() && m_state.desk.tab == DeskTab::scans && !desk.scans.empty();
    auto const chosen = std::min(m_state.desk.scans.chosen, desk.scans.size() - 1);
    auto const marks =
        m_painter->prepare(points ? build_scan_marks(in, m_session->projection, desk.scans[chosen].fitted) : Scene{});
    auto const quiz = m_painter->prepare(build_quiz_marks(in));
    SlideInput const to_class{*m_session->atlas, m_state, *m_texts, m_metrics};
    auto const slide = m_presenter.prepare(to_class, *m_painter);
    auto const ui = draw_ui(shown.filtered, layout, desk, seconds);
    m_canvas.present({&map,
                      {&scans, &furniture, &moving, &measure, &marks, &quiz},
                      covers_of(layout, shown.legend, in.style),
                      {&legend, &m_paper, &graph, &picture, &slide, &ui}},
                     m_window);
}

} // namespace app
