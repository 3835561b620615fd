#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The clock of all timers: it does not move when somebody sets the clock of the wall.
using Monotonic = std::chrono::steady_clock::time_point;

/// Which page a child shows.
enum class ChildPage { display, fallback };

struct SupervisionRules
{
    std::chrono::milliseconds silence{10'000};     ///< without a heartbeat: hung
    std::chrono::milliseconds start_limit{90'000}; ///< before the first heartbeat: loading an atlas may take long
    std::chrono::milliseconds first_wait{500};     ///< after one failure; doubled with each further one
    std::chrono::milliseconds longest_wait{30'000};
    std::chrono::milliseconds healthy_after{60'000}; ///< alive so long, earlier failures are forgotten
    int failures_to_fallback = 3;
    long memory_limit_kib = 700L * 1024;
    std::optional<int> nightly_hour = 4; ///< of the wall's clock; restarted then when nobody is there
};

/// How a display ended.
enum class Ending {
    failure,
    no_display, ///< there was none to draw on, or it went away: the fault of neither the program nor the atlas
    asked_restart,
    asked_quit
};

/// What the supervisor has to do next.
struct Order
{
    enum class What { start, stop, quit } what = What::start;
    ChildPage page = ChildPage::display;
    std::string why; ///< for the log
};
using Orders = std::vector<Order>;

/**
 * When the kiosk's children are started and stopped. Pure: it is told what happened and when, and answers with orders;
 * the processes themselves are the business of Supervisor. A stopped child is reported by ended() like any other.
 */
class Supervision
{
public:
    explicit Supervision(SupervisionRules rules) : m_rules{rules} {}

    /// The display gave a sign of life. \param visitor whether somebody is before it
    [[nodiscard]] Orders heard(Monotonic now, bool visitor);
    [[nodiscard]] Orders ended(ChildPage page, Ending how, std::string const &why, Monotonic now);
    /// Call it at least once a second. \param wall_hour hour of the wall's clock; memory of the display in KiB
    [[nodiscard]] Orders tick(Monotonic now, int wall_hour, long memory_kib);
    /// Somebody wants the display to begin anew.
    [[nodiscard]] Orders restart();
    /// The service is to end.
    [[nodiscard]] Orders terminate();

    /// Failures in a row. A display that starts is told, so that it leaves an atlas alone that brings it down.
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] bool display_lives() const { return m_heard.has_value(); }

private:
    void stop_display(Orders &orders, std::string why);
    [[nodiscard]] bool nightly_due(Monotonic now, int wall_hour) const;

    SupervisionRules m_rules;
    bool m_running = false;  ///< a display process exists
    bool m_stopping = false; ///< and has been told to end
    bool m_fallback = false; ///< a fallback process exists
    bool m_ending = false;
    bool m_visitor = false;
    bool m_wanted = false; ///< the present stop is no failure: the nightly restart, say
    int m_failures = 0;
    int m_absences = 0; ///< in a row, in which there was no display to draw on
    std::optional<Monotonic> m_started;
    std::optional<Monotonic> m_heard; ///< of the present display
    std::optional<Monotonic> m_next;  ///< when to start again; none yet: at once
    std::optional<Monotonic> m_fallback_next;
};

} // namespace app
