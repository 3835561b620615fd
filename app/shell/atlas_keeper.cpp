#include "app/shell/atlas_keeper.hpp"

#include "app/cli/prepare_atlas.hpp"
#include "app/core/one_run.hpp"
#include "app/core/paths.hpp"

#include "geo/store/location.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes longest_examination{20};

Monotonic now()
{
    return std::chrono::steady_clock::now();
}

/// \throws std::runtime_error also where it opens, but with an error: it was sound once, so it was damaged since
std::shared_ptr<Session const> open_sound(fs::path const &atlas)
{
    auto session = open_session(atlas);
    auto const bad = std::ranges::find(session->problems, geo::Severity::error, &geo::Problem::severity);
    if (bad != session->problems.end()) {
        throw std::runtime_error{fmt::format("{}: {}", atlas.string(), to_line(*bad))};
    }
    return session;
}

} // namespace

AtlasKeeper::AtlasKeeper(KeeperSetup setup)
: m_setup{std::move(setup)}, m_shelf{m_setup.state}, m_watch{m_setup.watch, m_shelf.seen(),
                                                             m_shelf.newest() ? m_shelf.origin() : ""},
  m_log{m_setup.state / kiosk_log, "keeper"}, m_thread{[this](std::stop_token const &stop) { work(stop); }}
{}

AtlasKeeper::~AtlasKeeper() = default; // the thread is told to stop and waited for first

std::optional<KioskContent> AtlasKeeper::take()
{
    std::scoped_lock const lock{m_mutex};
    return std::exchange(m_ready, std::nullopt);
}

void AtlasKeeper::work(std::stop_token const &stop)
{
    while (!stop.stop_requested()) {
        try {
            if (auto const source = m_watch.next(now())) {
                examine(*source, stop);
            }
        } catch (std::exception const &failure) { // a disk that is pulled out, say: the display goes on
            m_log.write(fmt::format("new atlases could not be looked for: {}", failure.what()));
        }
        std::unique_lock lock{m_mutex};
        m_wake.wait_for(lock, stop, m_setup.every, [] { return false; });
    }
}

void AtlasKeeper::examine(AtlasSource const &source, std::stop_token const &stop)
{
    auto const shown = geo::shown(source.location);
    auto const run = run_once(m_setup.command(source.location), longest_examination, stop, Priority::low);
    if (stop.stop_requested()) {
        return; // the next display examines it again
    }
    switch (static_cast<Prepared>(run.exit)) {
    case Prepared::fresh:
        m_watch.accept(source, now());
        load(shown);
        break;
    case Prepared::same:
        m_watch.accept(source, now());
        break;
    case Prepared::postponed:
        m_watch.postpone(source, now());
        if (run.output != m_last_delay) {
            m_log.write(fmt::format("{} waits, what is shown stays: {}", shown, run.output));
        }
        m_last_delay = run.output;
        return;
    case Prepared::refused:
        m_watch.refuse(source, now());
        m_log.write(fmt::format("{} is refused, what is shown stays: {}", shown, run.output));
        break;
    default:
        m_watch.refuse(source, now());
        m_log.write(fmt::format("{} is refused, what is shown stays: whoever reads it breaks down or takes more than "
                                "{} minutes",
                                shown, longest_examination.count()));
    }
    m_last_delay.clear();
    m_shelf.remember_seen(m_watch.seen());
}

void AtlasKeeper::load(std::string const &origin)
{
    try {
        KioskContent fresh{open_sound(m_shelf.newest().value_or("")), origin};
        m_log.write(fmt::format("{} is good; it is shown after this visitor", origin));
        std::scoped_lock const lock{m_mutex};
        m_ready = std::move(fresh);
    } catch (std::exception const &failure) {
        m_log.write(fmt::format("{} was good but cannot be opened, what is shown stays: {}", origin, failure.what()));
    }
}

KioskContent open_content(WatchRules const &rules, fs::path const &state, int failures, LogFile &log)
{
    AtlasShelf const shelf{state};
    std::vector<std::pair<fs::path, std::string>> candidates;
    if (belongs(shelf.origin(), rules)) {
        if (auto const newest = shelf.newest(); newest && failures < 2) {
            candidates.emplace_back(*newest, shelf.origin());
        }
        if (auto const previous = shelf.previous(); previous && failures < 3) {
            candidates.emplace_back(*previous, "the atlas before the newest");
        }
    }
    if (failures >= 2 && belongs(shelf.origin(), rules)) {
        log.write(fmt::format("{} failures in a row: {} is suspected and left out", failures, shelf.origin()));
    }
    for (auto const &[file, origin] : candidates) {
        try {
            return {open_sound(file), origin};
        } catch (std::exception const &failure) {
            log.write(fmt::format("the kept copy cannot be used: {}", failure.what()));
        }
    }
    return {open_session(bundled_atlas()), "the built-in atlas"};
}

} // namespace app
