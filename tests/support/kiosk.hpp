#pragma once

#include "support/temporary_folder.hpp"

#include "app/shell/kiosk_view.hpp"

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace test {

/// The exhibition display on an atlas, in a window of its own, with a folder for what it keeps.
class Kiosk
{
public:
    /// \param size of the window; empty: over the whole screen
    Kiosk(std::shared_ptr<app::Session const> session, std::optional<app::Viewport> size,
          app::KioskSettings settings = {})
    : m_log{folder.path() / "kiosk.log", "display"}, m_languages{session->atlas->info.languages},
      view{options(std::move(session), size, std::move(settings)), m_log}
    {}

    /// Frames until nothing is missing from the picture.
    void settle()
    {
        do {
            view.turn(0);
        } while (view.busy());
    }
    /// Time in frames of a sixtieth of a second.
    void pass(double seconds)
    {
        for (double t = 0; t < seconds; t += 1.0 / 60) {
            view.turn(1.0 / 60);
        }
    }
    void touch(app::Touch::Phase phase, app::ScreenPoint at, int finger = 1)
    {
        m_time += 0.05;
        view.touch({phase, finger, at, m_time});
    }
    void tap(app::ScreenPoint at)
    {
        m_time += 1;
        touch(app::Touch::Phase::begin, at);
        touch(app::Touch::Phase::end, at);
    }
    /// The middle of a control; throws if it is not on the page.
    [[nodiscard]] app::ScreenPoint where(std::string const &id) const
    {
        auto const *const control = view.skin().find(id);
        if (control == nullptr) {
            throw std::runtime_error{"there is no control '" + id + "' on the page"};
        }
        auto const &r = control->rect;
        return {(r.left + r.right) / 2, (r.top + r.bottom) / 2};
    }
    void tap(std::string const &id) { tap(where(id)); }

    [[nodiscard]] std::vector<std::string> const &languages() const { return m_languages; }
    /// What the display wrote into its log.
    [[nodiscard]] std::vector<std::string> log_lines() const { return m_log.last(1000); }

    TemporaryFolder folder;

private:
    app::KioskDisplayOptions options(std::shared_ptr<app::Session const> session,
                                     std::optional<app::Viewport> size, app::KioskSettings settings) const
    {
        app::KioskDisplayOptions made;
        made.content = {std::move(session), "the atlas of the test"};
        made.settings = std::move(settings);
        made.state = folder.path();
        made.windowed = size;
        return made;
    }

    app::LogFile m_log;
    std::vector<std::string> m_languages;
    double m_time = 0;

public:
    app::KioskView view;
};

} // namespace test
