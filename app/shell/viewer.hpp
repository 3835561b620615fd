#pragma once

#include "app/paint/canvas.hpp"
#include "app/shell/audience_window.hpp"
#include "app/shell/desk_view.hpp"
#include "app/shell/exposure.hpp"
#include "app/shell/file_drop.hpp"
#include "app/shell/file_view.hpp"
#include "app/shell/imgui_session.hpp"
#include "app/shell/input.hpp"
#include "app/shell/map_picture.hpp"
#include "app/shell/opening_window.hpp"
#include "app/shell/presenter_view.hpp"
#include "app/shell/session.hpp"
#include "app/shell/window_picture.hpp"
#include "app/state/settings.hpp"
#include "app/ui/panels.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/System/Clock.hpp>

#include <memory>
#include <optional>
#include <string>

namespace app {

/**
 * The viewer's window: events in, actions reduced, scenes painted. What time does not change is kept as a picture and
 * painted anew only when its key changes; nothing is painted while nothing happens.
 */
class Viewer
{
public:
    Viewer(std::shared_ptr<Session const> session, ViewerState state, bool fullscreen);
    /// In a window that was opened while the session was awaited.
    Viewer(std::shared_ptr<Session const> session, ViewerState state, bool fullscreen, OpeningWindow opening);

    /// From now on the user's settings are kept in this file. \param notice said at once; empty: nothing
    void keep_settings(std::filesystem::path file, std::string const &notice);

    /// Lays a scan over the map, with the control points that lie beside it.
    void open_scan(std::filesystem::path const &file);

    /// Runs until the window is closed.
    void run();
    /// One turn of it: takes what happened, and a frame if one is due, else a short sleep.
    void step();
    /// Carries out an action, as if the user had done it.
    void act(Action const &action);
    /// Builds, paints and shows one frame. \param seconds since the last one
    void frame(float seconds);

    /// Reads the atlas again from where it came. If that fails, what was read before stays, under a notice.
    void reload();

    /// What frame times are compared with, see show_floor().
    void floor_frame(sf::Texture const &picture) { show_floor(picture, m_window); }
    /// What the window shows.
    [[nodiscard]] sf::Texture snapshot() { return picture_of(m_window); }
    /// What the window shows at a point, pixels.
    [[nodiscard]] sf::Color pixel(unsigned x, unsigned y);
    [[nodiscard]] ViewerState const &state() const { return m_state; }
    /// The share of the window in which the last frame differed from the one before.
    [[nodiscard]] double changed_share() const { return m_canvas.changed_share(); }
    /// Waits for what is read beside the window, for tests.
    void finish_reading() { m_desk.finish(); }
    /// How much is shown of the layers that are too large to be read whole.
    [[nodiscard]] std::vector<LargeStatus> const &large() const { return m_desk.large(); }
    /// Why a scan of the desk cannot be shown; empty: it can.
    [[nodiscard]] std::string const &scan_error(std::size_t scan) const { return m_desk.scans().at(scan).error; }
    /// How many layers of other people's files are shown.
    [[nodiscard]] std::size_t guests() const { return m_session->atlas->guests.size(); }
    /// What stands over the map: faults of the data, a source that is gone; empty if all is well.
    [[nodiscard]] std::string const &notice() const { return m_notice; }

private:
    /// After something happened ImGui needs a few frames to come to rest.
    static constexpr int settle_frames = 3;

    struct Shown;

    void follow_window();
    void begin_map();
    void poll();
    void find_screens();
    void follow_audience(SceneInput const &in);
    void write_handout_of(WriteHandout const &wish);
    void click_at(ScreenPoint at);
    [[nodiscard]] Rect free_part(Layout const &layout) const;
    void follow_look();
    void follow_state();
    void save_settings();
    void hover_at(ScreenPoint at);
    void lay_paper(Layout const &layout);
    void paint(Shown const &shown, float seconds);
    [[nodiscard]] Prepared draw_ui(geo::FilteredWorld const &shown, Layout const &layout, DeskData const &desk,
                                   float seconds);
    [[nodiscard]] DeskData lay_desk(geo::FilteredWorld const &shown, Layout const &layout);
    void save_table(std::string const &csv);
    void save_points(DeskScan const &scan);
    void follow_files();
    void make();
    void tell(ProductMaker::Outcome const &made);
    void open_files(std::vector<std::filesystem::path> const &files, bool alone);
    void close_file(CloseFile const &wish);
    void set_times(SetTimeColumns const &wish);
    void adopt(std::shared_ptr<Session const> fresh);

    std::shared_ptr<Session const> m_session;
    ViewerState m_state;
    bool m_fullscreen = false;
    Cursors m_cursors; ///< before the window, which must not outlive them
    std::unique_ptr<sf::RenderWindow> m_own_window;
    sf::RenderWindow &m_window;
    std::optional<Exposure> m_exposure; ///< of this window
    std::optional<FileDrop> m_drop;     ///< onto it
    FontMetrics m_metrics;
    std::unique_ptr<ImguiSession> m_imgui;
    std::unique_ptr<Painter> m_painter;
    MapInput m_input;
    Actions m_actions;
    Style m_style;
    std::string m_style_id;
    std::optional<Texts> m_texts;
    float m_scale = 0;
    std::optional<ThemeId> m_theme; ///< what ImGui is styled by
    std::string m_notice;
    NameFinder m_names;
    std::vector<std::string> m_styles;
    std::filesystem::path m_settings_file; ///< empty: none are kept
    Settings m_saved;
    MapPicture m_map;
    Canvas m_canvas;
    PresenterView m_presenter;
    std::optional<AudienceWindow> m_audience; ///< while presenting on a second screen
    Prepared m_paper;
    std::vector<PanelRect> m_sheets; ///< what m_paper shows
    Scene m_moving;
    DeskView m_desk;
    FileView m_files;
    int m_frames_due = 3; ///< frames still to paint before the loop may rest
    sf::Clock m_clock;    ///< since the last frame began
    bool m_quit = false;
};

} // namespace app
