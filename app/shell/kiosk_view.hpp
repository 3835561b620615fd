#pragma once

#include "app/kiosk/kiosk_skin.hpp"
#include "app/kiosk/kiosk_touches.hpp"
#include "app/kiosk/log_file.hpp"
#include "app/kiosk/read_aloud.hpp"
#include "app/paint/canvas.hpp"
#include "app/shell/card_map.hpp"
#include "app/shell/exposure.hpp"
#include "app/shell/kiosk_display.hpp"
#include "app/shell/map_picture.hpp"
#include "app/shell/session.hpp"
#include "app/shell/touch_reader.hpp"
#include "app/shell/window_picture.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Event.hpp>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace app {

/// The keys of a four-key pad, and the headphones key beside it.
enum class PadKey { before, next, press, back, headphones };

/**
 * The exhibition's window: fingers in, kiosk actions reduced, map and skin painted. Like Viewer it paints only what
 * changed, and nothing while nothing happens.
 */
class KioskView
{
public:
    KioskView(KioskDisplayOptions const &options, LogFile &log);

    /// Takes what happened, lets the time pass that did, and paints if anything is to be seen; else sleeps a little.
    void step();
    /// Lets time pass and paints. \param seconds 0: only paints
    void turn(double seconds);
    /// As if a finger had done it.
    void touch(Touch const &touch);
    void press(PadKey key);
    void act(KioskAction const &action);
    /// Shows another atlas from now on, from the attract loop's begin.
    void show(KioskContent content);

    /// How the display is to end; nothing while it is to go on.
    [[nodiscard]] std::optional<int> exit_code() const { return m_exit; }
    [[nodiscard]] bool has_visitor() const { return app::has_visitor(m_state); }
    [[nodiscard]] KioskState const &state() const { return m_state; }
    [[nodiscard]] KioskSkin const &skin() const { return m_skin; }
    [[nodiscard]] KioskLayout layout() const { return lay_out_kiosk(m_state.view.viewport, m_rules, m_state.large); }
    [[nodiscard]] sf::Texture snapshot() { return picture_of(m_window); }
    /// True while later frames bring something that is still missing from the picture.
    [[nodiscard]] bool busy() const { return m_map.busy() || m_card_map.waits(); }
    /// Shows a picture of the window itself as one opaque quad: what frame times are compared with.
    void floor_frame(sf::Texture const &picture) { show_floor(picture, m_window); }

private:
    void poll();
    void key(sf::Event::KeyEvent const &event);
    void resize(unsigned width, unsigned height);
    void tap(ScreenPoint at);
    void carry_out(KioskCommand command);
    void set_rules();
    void follow_state();
    void keep_speaking();
    void count_visit();
    void rebuild_skin();
    void give_back();
    void paint();
    void tell_service();
    [[nodiscard]] SkinInput skin_input();
    [[nodiscard]] Texts const &texts_of(std::string const &language);
    [[nodiscard]] KioskSurroundings surroundings() const;
    [[nodiscard]] bool moves() const;

    std::shared_ptr<Session const> m_session;
    std::string m_origin; ///< of the session, for the operator
    KioskSettings m_settings;
    LogFile &m_log;
    Statistics m_statistics;
    OperatorLock m_lock;
    KioskRules m_rules;
    KioskState m_state;
    sf::RenderWindow m_window;
    std::optional<TouchReader> m_fingers;
    std::optional<Exposure> m_exposure; ///< of this window
    FontMetrics m_metrics;
    std::unique_ptr<Painter> m_painter;
    std::map<std::string, Texts> m_texts; ///< by language
    Style m_style;
    std::string m_style_id;
    KioskTouches m_touches;
    KioskSkin m_skin;     ///< that is on the screen
    KioskLayout m_layout; ///< of the last skin
    ServiceReport m_report;
    MapPicture m_map;
    CardMap m_card_map;
    Canvas m_canvas{true};
    Scene m_moving;
    ReadAloud m_voice;
    std::string m_said;          ///< what was last read aloud
    bool m_to_give_back = false; ///< a visit ended: what it took is to be given back
    bool m_can_speak = false;
    double m_physical_width_mm = 0;
    int m_frames_due = 3; ///< still to paint before the loop may rest
    std::chrono::steady_clock::time_point m_last;
    std::chrono::steady_clock::time_point m_started;
    std::optional<int> m_exit;
};

} // namespace app
