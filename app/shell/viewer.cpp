#include "app/shell/viewer.hpp"

#include "app/core/paths.hpp"
#include "app/state/reduce.hpp"
#include "app/state/settings.hpp"
#include "app/ui/clipboard.hpp"

#include <SFML/System/Sleep.hpp>

#include <algorithm>
#include <stdexcept>

namespace app {
Viewer::Viewer(std::shared_ptr<Session const> session, ViewerState state, bool fullscreen)
: Viewer{std::move(session), state, fullscreen, OpeningWindow{state.viewport, fullscreen, state.ui_scale, state.theme}}
{}

Viewer::Viewer(std::shared_ptr<Session const> session, ViewerState state, bool fullscreen, OpeningWindow opening)
: m_session{std::move(session)}, m_state{std::move(state)}, m_fullscreen{fullscreen}, m_own_window{std::move(
                                                                                          opening.window)},
  m_window{*m_own_window}, m_notice{notice_of(m_session->problems)}, m_names{m_session->atlas}, m_styles{style_names()}
{
    follow_window();
    follow_look();
    begin_map();
    m_painter = std::make_unique<Painter>(m_metrics);
    m_scale = lay_out(m_state).scale;
    m_imgui = std::make_unique<ImguiSession>(m_window, m_cursors, m_scale, opening.type.get());
    follow_state();
}

/// Takes a window that has just been opened into use.
void Viewer::follow_window()
{
    auto const &title = m_session->atlas->info.title.in(m_state.language);
    m_window.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
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

/// What of the map's look hangs on the state but is no part of it: texts and style.
void Viewer::follow_look()
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
}

/// The look, and with it the scale of the type and the colours of the panels.
void Viewer::follow_state()
{
    follow_look();
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
            open_window(m_window, m_state.viewport, m_fullscreen);
            follow_window();
            m_painter = std::make_unique<Painter>(m_metrics);
            m_scale = lay_out(m_state).scale;
            m_imgui = std::make_unique<ImguiSession>(m_window, m_cursors, m_scale);
            m_theme.reset(); // ImGui's style went with it
            return;
        }
    }
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

void Viewer::hover_at(ScreenPoint at)
{
    if (auto const what = hit_test(m_map.base().scene, m_moving, at); what != m_state.hovered) {
        act(Hover{what});
    }
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
