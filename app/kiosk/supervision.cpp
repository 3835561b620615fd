#include "app/kiosk/supervision.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {
namespace {

/// After a start no nightly restart for so long: a clock that is set back would call for one again and again.
constexpr std::chrono::hours nightly_rest{6};
constexpr std::chrono::seconds fallback_wait{5};
constexpr std::chrono::seconds longest_absence{4}; ///< between looks for a display: cheap, and it may be back any moment

long seconds(std::chrono::milliseconds time)
{
    return static_cast<long>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

} // namespace

Orders Supervision::heard(Monotonic now, bool visitor)
{
    if (!m_running || m_stopping) {
        return {};
    }
    Orders orders;
    if (!m_heard && m_fallback) {
        orders.push_back({Order::What::stop, ChildPage::fallback, "the display is back"});
    }
    m_heard = now;
    m_absences = 0;
    m_visitor = visitor;
    if (m_started && now - *m_started >= m_rules.healthy_after) {
        m_failures = 0;
    }
    return orders;
}

Orders Supervision::ended(ChildPage page, Ending how, std::string const &why, Monotonic now)
{
    if (page == ChildPage::fallback) {
        m_fallback = false;
        m_fallback_next = now + fallback_wait;
        return {};
    }
    // Told to end because something was wrong with it, its exit code counts for nothing.
    bool const told = m_stopping;
    bool const wanted = m_wanted || (how == Ending::asked_restart && !told);
    m_running = m_stopping = m_wanted = m_visitor = false;
    m_heard.reset();
    if (m_ending || (how == Ending::asked_quit && !told)) {
        m_ending = true;
        Orders orders;
        if (m_fallback) {
            orders.push_back({Order::What::stop, ChildPage::fallback, "the kiosk ends"});
        }
        orders.push_back({Order::What::quit, ChildPage::display, why});
        return orders;
    }
    if (wanted) {
        m_next = now;
        return {};
    }
    if (how == Ending::no_display && !told) {
        m_next = now + std::min<std::chrono::milliseconds>(m_rules.first_wait * (1L << std::min(m_absences, 16)),
                                                           longest_absence);
        ++m_absences;
        return {};
    }
    ++m_failures;
    auto const doubled = m_rules.first_wait * (1L << std::min(m_failures - 1, 16));
    m_next = now + std::min<std::chrono::milliseconds>(doubled, m_rules.longest_wait);
    if (m_failures >= m_rules.failures_to_fallback && !m_fallback) {
        m_fallback = true;
        return {{Order::What::start, ChildPage::fallback, fmt::format("{} failures in a row", m_failures)}};
    }
    return {};
}

void Supervision::stop_display(Orders &orders, std::string why)
{
    m_stopping = true;
    orders.push_back({Order::What::stop, ChildPage::display, std::move(why)});
}

bool Supervision::nightly_due(Monotonic now, int wall_hour) const
{
    return m_rules.nightly_hour == wall_hour && !m_visitor && m_started && now - *m_started >= nightly_rest;
}

Orders Supervision::tick(Monotonic now, int wall_hour, long memory_kib)
{
    Orders orders;
    if (m_ending) {
        return orders;
    }
    if (m_running && !m_stopping) {
        auto const limit = m_heard ? m_rules.silence : m_rules.start_limit;
        if (now - m_heard.value_or(*m_started) > limit) {
            stop_display(orders, fmt::format("no sign of life for {} s", seconds(limit)));
        } else if (memory_kib > m_rules.memory_limit_kib) {
            stop_display(orders, fmt::format("it uses {} MiB of memory, more than the {} MiB allowed",
                                             memory_kib / 1024, m_rules.memory_limit_kib / 1024));
        } else if (m_heard && nightly_due(now, wall_hour)) {
            m_wanted = true;
            stop_display(orders, "nightly restart");
        }
    }
    if (!m_running && (!m_next || now >= *m_next)) {
        m_running = true;
        m_started = now;
        m_heard.reset();
        orders.push_back({Order::What::start, ChildPage::display,
                          m_failures == 0 ? "" : fmt::format("after {} failure{} in a row", m_failures, m_failures == 1 ? "" : "s")});
    }
    // The plain page stays up while the display keeps failing, whatever becomes of its process.
    if (!m_fallback && !m_heard && m_failures >= m_rules.failures_to_fallback && m_fallback_next &&
        now >= *m_fallback_next) {
        m_fallback = true;
        orders.push_back({Order::What::start, ChildPage::fallback, "it had ended"});
    }
    return orders;
}

Orders Supervision::restart()
{
    Orders orders;
    if (m_running && !m_stopping) {
        m_wanted = true;
        stop_display(orders, "asked to restart");
    }
    return orders;
}

Orders Supervision::terminate()
{
    m_ending = true;
    Orders orders;
    if (m_fallback) {
        orders.push_back({Order::What::stop, ChildPage::fallback, "the kiosk ends"});
    }
    if (m_running) {
        stop_display(orders, "the kiosk ends");
    } else {
        orders.push_back({Order::What::quit, ChildPage::display, "the kiosk ends"});
    }
    return orders;
}

} // namespace app
