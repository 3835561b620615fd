#include "app/shell/viewer.hpp"

#include "app/core/atomic_file.hpp"
#include "app/core/free_name.hpp"
#include "app/core/paths.hpp"
#include "app/scene/legend.hpp"
#include "app/scene/measure_overlay.hpp"
#include "app/scene/scan_marks.hpp"
#include "app/shell/scan_files.hpp"
#include "app/shell/write_handout.hpp"
#include "app/state/carry_over.hpp"
#include "app/state/reduce.hpp"
#include "app/state/settings.hpp"
#include "app/story/blind.hpp"
#include "app/story/quiz_marks.hpp"
#include "app/story/stage.hpp"
#include "app/ui/clipboard.hpp"
#include "app/ui/paper.hpp"

#include <SFML/System/Sleep.hpp>
#include <SFML/Window/Mouse.hpp>

#include <SFML/Graphics/Sprite.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace app {
namespace {

/// After something happened ImGui needs a few frames to come to rest.
constexpr int settle_frames = 3;

std::string notice_of(geo::Problems const &problems)
{
    auto const errors = std::ranges::count(problems, geo::Severity::error, &geo::Problem::severity);
    if (errors == 0) {
        return {};
    }
    auto const first = std::ranges::find(problems, geo::Severity::error, &geo::Problem::severity);
    return fmt::format("{} faults in the data; what is faulty is not shown. First: {}", errors, to_line(*first));
}

/// The ground that the sheets hide: all but their rounded corners.
std::vector<PixelRect> covers_of(Layout const &layout)
{
    auto const corner = static_cast<int>(std::ceil(paper_radius * layout.scale));
    std::vector<PixelRect> covers;
    for (auto const &sheet : panels_of(layout)) {
        PixelRect const whole{static_cast<int>(std::ceil(sheet.x)) + 1, static_cast<int>(std::ceil(sheet.y)) + 1,
                              static_cast<int>(sheet.x + sheet.width) - 1,
                              static_cast<int>(sheet.y + sheet.height) - 1};
        covers.push_back({whole.left, whole.top + corner, whole.right, whole.bottom - corner});
        covers.push_back({whole.left + corner, whole.top, whole.right - corner, whole.bottom});
    }
    return covers;
}

} // namespace

Viewer::Viewer(std::shared_ptr<Session const> session, ViewerState state, bool fullscreen)
: m_session{std::move(session)}, m_state{std::move(state)},
  m_fullscreen{fullscreen}, m_notice{notice_of(m_session->problems)}, m_names{m_session->atlas}, m_styles{style_names()}
{
    open_window(fullscreen);
    m_painter = std::make_unique<Painter>(m_metrics);
    m_scale = lay_out(m_state).scale;
    m_imgui = std::make_unique<ImguiSession>(m_window, m_cursors, m_scale);
    follow_state();
}

void Viewer::open_window(bool fullscreen)
{
    auto const &title = m_session->atlas->info.title.in(m_state.language);
    sf::String const name = sf::String::fromUtf8(title.begin(), title.end());
    if (fullscreen) {
        m_window.create(sf::VideoMode::getDesktopMode(), name, sf::Style::Fullscreen);
    } else {
        auto const desktop = sf::VideoMode::getDesktopMode();
        sf::VideoMode const mode{std::min(static_cast<unsigned>(m_state.viewport.width), desktop.width),
                                 std::min(static_cast<unsigned>(m_state.viewport.height), desktop.height)};
        m_window.create(mode, name, sf::Style::Default);
        m_window.setPosition(
            {static_cast<int>(desktop.width - mode.width) / 2, static_cast<int>(desktop.height - mode.height) / 2});
    }
    m_window.setKeyRepeatEnabled(true);
    m_exposure.emplace(m_window.getSystemHandle());
    m_drop.emplace(m_window.getSystemHandle());
    auto const size = m_window.getSize();
    act(Resize{{static_cast<int>(size.x), static_cast<int>(size.y)}});
}

void Viewer::act(Action const &action)
{
    if (auto const *const wish = std::get_if<WriteHandout>(&action)) {
        write_handout_of(*wish);
    } else if (std::holds_alternative<TogglePresenter>(action)) {
        find_screens();
    } else if (std::holds_alternative<LetGo>(action)) {
        m_notice = notice_of(m_session->problems);
    } else if (auto const *const picked = std::get_if<PickFile>(&action)) {
        act(m_files.follow(*picked, m_state));
        return;
    } else if (auto const *const chosen = std::get_if<FileChosen>(&action)) {
        if (chosen->purpose == FilePurpose::open) {
            open_files({chosen->path}, chosen->alone);
        } else {
            open_scan(chosen->path);
        }
    } else if (auto const *const closed = std::get_if<CloseFile>(&action)) {
        close_file(*closed);
    } else if (auto const *const times = std::get_if<SetTimeColumns>(&action)) {
        set_times(*times);
    } else if (std::holds_alternative<StopOpening>(action)) {
        m_files.opener().stop();
    } else if (std::holds_alternative<Make>(action)) {
        make();
    } else if (std::holds_alternative<StopMaking>(action)) {
        m_files.maker().stop();
    }
    m_state = reduce(std::move(m_state), action, {*m_session->atlas, m_session->projection});
    m_frames_due = settle_frames;
}

/// Projectors come and go: looked for whenever a presentation begins or ends.
void Viewer::find_screens()
{
    auto const at = m_window.getPosition() + sf::Vector2i{m_window.getSize()} / 2;
    bool const second = !m_state.presenter.on && other_monitor(monitors(), at.x, at.y);
    act(SetScreens{second ? 2 : 1});
}

/// Opens, feeds and closes the second window as the state wants it.
void Viewer::follow_audience(SceneInput const &in)
{
    auto const &mode = m_state.presenter;
    if (!mode.on || mode.screens < 2) {
        m_audience.reset();
        return;
    }
    if (!m_audience) {
        auto const at = m_window.getPosition() + sf::Vector2i{m_window.getSize()} / 2;
        if (auto const where = other_monitor(monitors(), at.x, at.y)) {
            m_audience.emplace(*where, m_session->atlas->info.title.in(m_state.language));
            m_window.requestFocus();
        } else {
            m_actions.emplace_back(SetScreens{1}); // it was unplugged meanwhile
            return;
        }
    }
    if (!m_audience->poll(m_actions)) {
        m_actions.emplace_back(TogglePresenter{});
        return;
    }
    m_audience->show(in, {*m_session->atlas, m_state, *m_texts, m_metrics}, m_presenter.pointer(), *m_painter);
    if (m_audience->waits()) {
        m_frames_due = std::max(m_frames_due, settle_frames);
    }
}

void Viewer::write_handout_of(WriteHandout const &wish)
{
    auto const &stories = m_session->atlas->stories;
    if (wish.story >= stories.size()) {
        return;
    }
    HandoutWish const how{wish.story, {}, wish.blind, m_state.language};
    auto const file = new_handout_file(stories[wish.story], how);
    try {
        write_handout(*m_session, how, m_metrics, file);
        m_notice = fmt::format(fmt::runtime(m_texts->tr("The handout was written: {}")), file.string());
    } catch (std::exception const &failure) {
        m_notice = fmt::format(fmt::runtime(m_texts->tr("The handout could not be written: {}")), failure.what());
    }
}

/// What hangs on the state but is no part of it: texts, style, scale of the type.
void Viewer::follow_state()
{
    if (!m_texts || m_texts->language() != m_state.language) {
        m_texts.emplace(locale_dir(), m_state.language);
        m_map.invalidate();
    }
    if (m_style_id != m_state.style) {
        try {
            m_style = find_style(m_state.style);
            m_style_id = m_state.style;
            m_map.invalidate();
        } catch (std::exception const &failure) {
            if (m_style_id.empty()) {
                throw;
            }
            m_state.style = m_style_id; // a pasted code may name a style that is not here
            act(Say{{msg("{}"), failure.what(), true}});
        }
    }
    if (auto const scale = lay_out(m_state).scale; m_scale != scale) {
        m_imgui->set_scale(scale);
        m_scale = scale;
        m_theme.reset();
    }
    if (m_theme != m_state.theme) {
        m_theme = m_state.theme;
        apply(theme_of(*m_theme), m_scale);
        m_sheets.clear();
    }
}

void Viewer::poll()
{
    sf::Event event{};
    while (m_window.pollEvent(event)) {
        m_frames_due = settle_frames;
        m_imgui->handle(event);
        m_presenter.handle(event);
        if (event.type == sf::Event::MouseMoved && !m_imgui->wants_mouse() && !m_input.dragging()) {
            hover_at({static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)});
        }
        // A field that opens gets the keys with the next frame; till then they are no commands either.
        bool const opens = m_state.typing.focus_search || m_state.typing.date_open;
        auto const command =
            m_input.handle(event, m_imgui->wants_mouse(), opens || m_imgui->wants_keyboard(), m_actions);
        if (command == WindowCommand::quit) {
            m_quit = true;
        } else if (command == WindowCommand::reload) {
            reload();
        } else if (command == WindowCommand::copy_view) {
            copy_view(m_state, {*m_session->atlas, m_session->projection}, m_actions);
        } else if (command == WindowCommand::copy_citation) {
            copy_citation(m_state, {*m_session->atlas, m_session->projection}, *m_texts, m_actions);
        } else if (command == WindowCommand::paste_view) {
            paste_view(m_actions);
        } else if (command == WindowCommand::toggle_fullscreen) {
            m_fullscreen = !m_fullscreen;
            // The GL context goes with the window, and with it every texture.
            m_imgui.reset();
            m_painter.reset();
            m_desk.drop_textures();
            m_map.invalidate();
            m_sheets.clear();
            m_canvas.forget();
            open_window(m_fullscreen);
            m_painter = std::make_unique<Painter>(m_metrics);
            m_scale = lay_out(m_state).scale;
            m_imgui = std::make_unique<ImguiSession>(m_window, m_cursors, m_scale);
            m_theme.reset(); // ImGui's style went with it
            return;
        }
    }
}

/// Another session takes the place of the present one: the same atlas read anew, with other guests, or another.
void Viewer::adopt(std::shared_ptr<Session const> fresh)
{
    bool const same = fresh->location == m_session->location;
    bool const other_guests = fresh->guests != m_session->guests || !same;
    if (same) {
        m_state = carry_over(std::move(m_state), *m_session->atlas, *fresh->atlas);
    } else {
        auto const settings = sound(settings_of(m_state), *fresh->atlas);
        m_state =
            with_settings(opening_state({*fresh->atlas, fresh->projection}, m_state.viewport), settings, m_state.ui_scale);
    }
    m_names = NameFinder{fresh->atlas};
    bool const moved = fresh->atlas->info.crs != m_session->atlas->info.crs;
    m_map.invalidate(); // a thread may be drawing from the model that goes
    m_session = std::move(fresh);
    if (same && moved) {
        act(Home{}); // the camera stands in metres of the projection
    }
    m_notice = notice_of(m_session->problems);
    m_desk.forget();
    if (other_guests && !m_session->atlas->guests.empty()) { // what became of them
        m_state.panels.set(Panel::files, true);
        m_state.panels.set(Panel::menu, false);
    }
    m_frames_due = settle_frames;
}

/// Files of other people go over the map unless they are to be alone; an atlas takes its place.
void Viewer::open_files(std::vector<std::filesystem::path> const &files, bool alone)
{
    auto location = m_session->location;
    auto guests = m_session->guests;
    bool any = false;
    for (auto const &file : files) {
        if (is_scan(file)) {
            open_scan(file);
            continue;
        }
        any = true;
        if (alone || !geo::is_foreign(file)) {
            location = file;
            guests = {};
            guests.in_parts = m_session->guests.in_parts;
            alone = false; // what follows lies over it
        } else if (file != location) {
            std::erase(guests.files, file);
            guests.files.push_back(file);
        }
    }
    if (any) {
        m_files.opener().begin(std::move(location), std::move(guests));
    }
}

/// Reads all but that file again. Where it was the first of its kind alone, the bundled atlas comes back.
void Viewer::close_file(CloseFile const &wish)
{
    auto location = m_session->location;
    auto guests = m_session->guests;
    std::erase_if(guests.files, [&](auto const &file) { return file.filename() == wish.file; });
    if (geo::is_foreign(location) && location.filename() == wish.file) {
        location = bundled_atlas();
        if (!guests.files.empty()) {
            location = guests.files.front();
            guests.files.erase(guests.files.begin());
        }
    }
    m_files.opener().begin(std::move(location), std::move(guests));
}

void Viewer::set_times(SetTimeColumns const &wish)
{
    auto guests = m_session->guests;
    std::erase_if(guests.times, [&](geo::TimeChoice const &choice) { return choice.layer == wish.layer; });
    guests.times.insert(guests.times.begin(), {wish.layer, wish.begin, wish.end});
    m_files.opener().begin(m_session->location, std::move(guests));
}

void Viewer::make()
{
    if (m_files.maker().shown()) {
        return; // one at a time
    }
    try {
        m_files.maker().begin(order_of(*m_session, m_state, documents_dir()));
    } catch (std::exception const &failure) {
        tell({{}, failure.what()});
    }
}

/// What became of a film, a picture or data.
void Viewer::tell(ProductMaker::Outcome const &made)
{
    if (!made.failure.empty()) {
        act(Say{{msg("It could not be written. {}"), made.failure, true}});
    } else if (made.file.empty()) {
        act(Say{{msg("Stopped; nothing was written."), {}, false}});
    } else {
        act(Say{{msg("Written: {}"), made.file.string(), false}});
    }
}

/// Takes what was dropped onto the window and what was read beside the map, and tells how far that is.
void Viewer::follow_files()
{
    open_files(m_drop->take(), false);
    if (auto outcome = m_files.opener().take()) {
        if (outcome->session) {
            adopt(std::move(outcome->session));
        } else {
            act(Say{{msg("It could not be opened. {}"), outcome->failure, true}});
        }
    }
    if (auto const made = m_files.maker().take()) {
        tell(*made);
    }
    if (m_files.moved()) {
        m_frames_due = std::max(m_frames_due, 1);
    }
}

void Viewer::reload()
{
    try {
        adopt(open_session(m_session->location, m_session->guests));
    } catch (std::exception const &failure) {
        m_notice = fmt::format("The atlas could not be read again; what is shown was read before. {}", failure.what());
    }
    m_frames_due = settle_frames;
}

sf::Texture Viewer::snapshot() const
{
    auto const size = m_window.getSize();
    sf::Texture picture;
    if (picture.create(size.x, size.y)) {
        picture.update(m_window);
    }
    return picture;
}

sf::Color Viewer::pixel(unsigned x, unsigned y) const
{
    auto const size = m_window.getSize();
    return x < size.x && y < size.y ? snapshot().copyToImage().getPixel(x, y) : sf::Color::Transparent;
}

void Viewer::click_at(ScreenPoint at)
{
    if (auto const action = m_presenter.action_at(m_state, at)) {
        act(*action);
    } else if (m_state.desk.scans.spot) {
        act(AddControlPoint{m_session->projection.inverse(to_map(m_state.camera, m_state.viewport, at))});
    } else if (m_state.desk.measure.active) {
        act(AddMeasurePoint{m_session->projection.inverse(to_map(m_state.camera, m_state.viewport, at))});
    } else {
        act(Select{hit_test(m_map.base().scene, m_moving, at)});
    }
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

void Viewer::hover_at(ScreenPoint at)
{
    if (auto const what = hit_test(m_map.base().scene, m_moving, at); what != m_state.hovered) {
        act(Hover{what});
    }
}

void Viewer::keep_settings(std::filesystem::path file, std::string const &notice)
{
    m_settings_file = std::move(file);
    m_saved = settings_of(m_state);
    if (!notice.empty()) {
        act(Say{{msg("{}"), notice, true}});
    }
}

/// Writes them if they have changed. Where that fails the user is told once and nothing is kept.
void Viewer::save_settings()
{
    if (m_settings_file.empty()) {
        return;
    }
    auto now = settings_of(m_state);
    if (m_fullscreen) {
        now.window = m_saved.window;
    }
    if (now == m_saved) {
        return;
    }
    m_saved = now;
    try {
        write_settings(now, m_settings_file);
    } catch (std::exception const &failure) {
        m_settings_file.clear();
        act(Say{{msg("Your settings cannot be kept. {}"), failure.what(), true}});
    }
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

void Viewer::save_points(DeskScan const &scan)
{
    try {
        std::string names;
        for (auto const &file : save_scan(scan, m_session->projection)) {
            names += (names.empty() ? "" : ", ") + file.string();
        }
        m_notice = fmt::format("{} {}", m_texts->tr("Saved:"), names);
        m_actions.emplace_back(MarkScanSaved{});
    } catch (std::exception const &failure) {
        m_notice = failure.what();
    }
}

void Viewer::open_scan(std::filesystem::path const &file)
{
    try {
        act(AddScan{scan_of(file)});
    } catch (std::exception const &failure) {
        act(Say{{msg("{}"), failure.what(), true}});
    }
}

void Viewer::save_table(std::string const &csv)
{
    try {
        auto const file = free_name(std::filesystem::current_path(), m_state.desk.table.table, ".csv");
        write_atomically(file, csv);
        m_notice = fmt::format("{} {}", m_texts->tr("Saved:"), file.string());
    } catch (std::exception const &failure) {
        m_notice = failure.what();
    }
}

Prepared Viewer::draw_ui(geo::FilteredWorld const &shown, DeskData const &desk, float seconds)
{
    m_imgui->begin_frame(seconds);
    auto const layout = lay_out(m_state);
    auto const files = m_files.data(m_state);
    PanelContext const context{*m_session->atlas, shown.world, m_state,       layout,   theme_of(m_state.theme),
                               m_imgui->fonts(),  *m_texts,    layer_names(), m_notice, m_session->projection,
                               m_names,           m_styles,    &desk,         &files};
    draw_panels(context, m_actions);
    return m_imgui->end_frame();
}

void Viewer::frame(float seconds)
{
    follow_state();
    auto const shown =
        geo::filtered(*m_session->atlas, geo::state_at(*m_session->atlas, m_state.now), m_state.desk.filter);
    auto const &world = shown.world;
    auto const layout = lay_out(m_state);
    ViewerState blind;
    auto const &view = as_shown(m_state, blind);
    SceneInput in{m_session->map, world, view, m_style, m_metrics, *m_texts, free_part(layout), {}};
    in.blocked.push_back(furniture_rect(in));
    in.blocked.push_back(build_legend(in).plate);
    m_map.update(in, *m_painter);
    if (m_map.busy()) {
        m_frames_due = std::max(m_frames_due, settle_frames);
    }
    m_moving = build_moving(in, m_map.base());

    paint(in, shown, layout, seconds);
    follow_audience(in);

    for (auto const &action : std::exchange(m_actions, {})) {
        act(action);
    }
}

/// Puts all layers into the window, from below, and shows it.
void Viewer::paint(SceneInput const &in, geo::FilteredWorld const &shown, Layout const &layout, float seconds)
{
    lay_paper(layout);
    auto const desk = lay_desk(shown, layout);
    auto const map = m_map.prepared();
    auto const scans = m_desk.over_map();
    if (m_desk.busy()) {
        m_frames_due = std::max(m_frames_due, settle_frames);
    }
    auto const furniture = m_painter->prepare(build_furniture(in, m_map.base()));
    auto const moving = m_painter->prepare(m_moving);
    auto const legend = m_painter->prepare(legend_scene(in));
    auto const measure =
        m_painter->prepare(m_state.desk.measure.points.empty() ? Scene{} : build_measure(in, m_session->projection));
    auto const graph = m_painter->prepare(m_desk.graph());
    auto const picture = m_desk.picture();
    bool const points = !layout.desk.empty() && m_state.desk.tab == DeskTab::scans && !desk.scans.empty();
    auto const marks = m_painter->prepare(
        points ? build_scan_marks(in, m_session->projection, desk.scans[std::min(m_state.desk.scans.chosen, desk.scans.size() - 1)].fitted)
               : Scene{});
    auto const quiz = m_painter->prepare(build_quiz_marks(in));
    SlideInput const to_class{*m_session->atlas, m_state, *m_texts, m_metrics};
    auto const slide = m_presenter.prepare(to_class, *m_painter);
    auto const ui = draw_ui(shown, desk, seconds);
    m_canvas.present({{&map, &scans, &furniture, &moving, &legend, &measure, &marks, &quiz},
                      covers_of(layout),
                      {&m_paper, &graph, &picture, &slide, &ui}},
                     m_window);
}

void Viewer::floor_frame(sf::Texture const &picture)
{
    sf::Vector2f const size{picture.getSize()};
    m_window.setView(sf::View{{0, 0, size.x, size.y}});
    m_window.draw(sf::Sprite{picture}, sf::RenderStates{sf::BlendNone});
    m_window.display();
}

void Viewer::run()
{
    m_clock.restart();
    while (!m_quit) {
        step();
    }
    save_settings();
}

void Viewer::step()
{
    poll();
    follow_files();
    if (m_exposure->take()) {
        m_canvas.forget();
        m_frames_due = std::max(m_frames_due, 1);
    }
    for (auto const &action : std::exchange(m_actions, {})) {
        act(action);
    }
    if (auto const click = m_input.take_click()) {
        click_at(*click);
    }
    if (!m_state.playing && !m_state.presenter.timer_runs && m_frames_due == 0) {
        save_settings();
        sf::sleep(sf::milliseconds(25));
        m_clock.restart();
        return;
    }
    float const seconds = m_clock.restart().asSeconds();
    if (m_state.presenter.timer_runs) {
        act(PassTime{static_cast<double>(seconds)});
    }
    if (m_state.playing) {
        act(Tick{static_cast<double>(seconds)});
    }
    --m_frames_due;
    frame(seconds);
    // No more than sixty a second: the rest is the processor's to sleep.
    if (auto const spent = m_clock.getElapsedTime(); spent < sf::milliseconds(16)) {
        sf::sleep(sf::milliseconds(16) - spent);
    }
}

} // namespace app
