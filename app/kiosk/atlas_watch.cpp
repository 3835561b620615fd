#include "app/kiosk/atlas_watch.hpp"

#include "geo/store/location.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sys/stat.h>

namespace app {
namespace {

namespace fs = std::filesystem;

struct Change
{
    std::uintmax_t bytes = 0;
    std::uintmax_t files = 0;
    long long seconds = 0; ///< when it was put there or written, the later; the system keeps it, not who copies
    long long nanoseconds = 0;
};

void look_at(fs::path const &file, Change &change)
{
    struct stat found{};
    if (stat(file.c_str(), &found) != 0) {
        return;
    }
    ++change.files;
    change.bytes += static_cast<std::uintmax_t>(found.st_size);
    change.seconds = std::max<long long>(change.seconds, found.st_ctim.tv_sec);
    change.nanoseconds += found.st_ctim.tv_nsec;
}

Change change_of(fs::path const &place)
{
    Change change;
    std::error_code failed;
    if (!fs::is_directory(place, failed)) {
        look_at(place, change);
        return change;
    }
    for (auto it = fs::recursive_directory_iterator{place, failed}; !failed && it != fs::end(it);
         it.increment(failed)) {
        look_at(it->path(), change);
    }
    return change;
}

/// An atlas by its look, not a file half copied or a journal.
bool is_offered(fs::directory_entry const &entry)
{
    std::error_code failed;
    auto const name = entry.path().filename().string();
    return !name.starts_with('.') &&
           (entry.is_directory(failed) ? fs::exists(entry.path() / "atlas.json", failed) : name.ends_with(".gpkg"));
}

bool is_server(std::string const &location)
{
    return geo::home_of(location) == geo::Home::server;
}

} // namespace

std::string fingerprint_of(fs::path const &place)
{
    auto const change = change_of(place);
    return change.files == 0
               ? ""
               : fmt::format("{}-{}-{}-{}", change.files, change.bytes, change.seconds, change.nanoseconds);
}

bool belongs(std::string const &origin, WatchRules const &rules)
{
    return !origin.empty() && (origin == geo::shown(rules.atlas) ||
                               (!rules.updates.empty() && fs::path{origin}.parent_path() == (rules.updates / "").parent_path()));
}

AtlasWatch::AtlasWatch(WatchRules rules, std::map<std::string, std::string> seen, std::string origin)
: m_rules{std::move(rules)}, m_origin{std::move(origin)}
{
    if (belongs(m_origin, m_rules)) {
        m_seen = std::move(seen);
    }
}

/// All that is offered, the latest first; the configured atlas last, so that a curator's file goes before it.
std::vector<AtlasSource> AtlasWatch::look() const
{
    std::vector<std::pair<long long, AtlasSource>> found;
    std::error_code failed;
    if (!m_rules.updates.empty()) {
        for (auto it = fs::directory_iterator{m_rules.updates, failed}; !failed && it != fs::end(it);
             it.increment(failed)) {
            if (is_offered(*it)) {
                found.push_back({change_of(it->path()).seconds, {it->path().string(), fingerprint_of(it->path())}});
            }
        }
    }
    std::ranges::stable_sort(found, [](auto const &a, auto const &b) {
        return a.first > b.first || (a.first == b.first && a.second.location < b.second.location);
    });
    std::vector<AtlasSource> sources;
    for (auto &[when, source] : found) {
        sources.push_back(std::move(source));
    }
    if (is_server(m_rules.atlas)) {
        bool const curators = m_origin != geo::shown(m_rules.atlas) && belongs(m_origin, m_rules) &&
                              fs::exists(m_origin, failed);
        if (!curators) {
            sources.push_back({m_rules.atlas, ""});
        }
    } else if (auto print = fingerprint_of(m_rules.atlas); !print.empty()) {
        sources.push_back({m_rules.atlas, std::move(print)});
    }
    return sources;
}

bool AtlasWatch::settled(AtlasSource const &source, Monotonic now)
{
    auto &changing = m_changing[source.location];
    if (changing.fingerprint != source.fingerprint) {
        changing = {source.fingerprint, now};
    }
    return now - changing.since >= m_rules.settle;
}

std::optional<AtlasSource> AtlasWatch::next(Monotonic now)
{
    m_unseen = look();
    std::erase_if(m_unseen, [&](AtlasSource const &source) {
        auto const known = m_seen.find(source.location);
        return !is_server(source.location) && known != m_seen.end() && known->second == source.fingerprint;
    });
    for (auto const &source : m_unseen) {
        auto const wait = m_not_before.find(source.location);
        if (wait != m_not_before.end() && now < wait->second) {
            continue;
        }
        if (is_server(source.location) || settled(source, now)) {
            return source;
        }
    }
    return std::nullopt;
}

void AtlasWatch::accept(AtlasSource const &source, Monotonic now)
{
    m_origin = geo::shown(source.location);
    refuse(source, now);
    auto const at = std::ranges::find(m_unseen, source);
    for (auto later = at; later != m_unseen.end(); ++later) {
        if (!is_server(later->location)) {
            m_seen[later->location] = later->fingerprint;
        }
    }
}

void AtlasWatch::refuse(AtlasSource const &source, Monotonic now)
{
    if (is_server(source.location)) {
        m_not_before[source.location] = now + m_rules.server;
    } else {
        m_seen[source.location] = source.fingerprint;
        m_not_before.erase(source.location);
    }
}

void AtlasWatch::postpone(AtlasSource const &source, Monotonic now)
{
    m_not_before[source.location] = now + (is_server(source.location) ? m_rules.server : m_rules.again);
}

} // namespace app
