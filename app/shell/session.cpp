#include "app/shell/session.hpp"

#include "app/core/paths.hpp"
#include "app/scene/make_map_model.hpp"

#include "geo/foreign/sink.hpp"
#include "geo/store/load_atlas.hpp"
#include "geo/store/load_base.hpp"

#include <fmt/format.h>

#include <malloc.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace app {
namespace {

constexpr double reading = 0.5; ///< share of the work; the rest is making the map of it

/// Land and water under files that bring none: the bundled base map, if they lie on it.
std::optional<geo::BaseMap> base_under(geo::Box const &home, geo::Problems &problems)
{
    auto base = geo::load_base(bundled_atlas(), problems);
    auto const &e = base.extent;
    constexpr double beyond = 2; // degrees past the edge where blank land may follow
    bool const within = e.west - beyond < home.west && home.east < e.east + beyond && e.south - beyond < home.south &&
                        home.north < e.north + beyond;
    return within ? std::optional{std::move(base)} : std::nullopt;
}

} // namespace

std::shared_ptr<Session const> open_session(std::filesystem::path const &location, geo::Guests const &guests,
                                            geo::Progress const &progress, std::stop_token const &stop, Ground ground)
{
    auto const part = [&](double from, double to) -> geo::Progress {
        if (!progress) {
            return {};
        }
        return [&progress, from, to](double share) { progress(from + (to - from) * share); };
    };
    auto loaded = geo::load_with_guests(location, guests, part(0, reading), stop);
    if (!loaded.atlas) {
        return nullptr;
    }
    auto const &info = loaded.atlas->info;
    geo::BaseMap base{info.home};
    if (!info.base.empty()) {
        base = geo::load_base(info.base, loaded.problems);
    } else if (loaded.alone && ground == Ground::at_once) {
        if (auto found = base_under(info.home, loaded.problems)) {
            base = *std::move(found);
        }
    }
    geo::Projection projection{info.crs, info.home};
    MapModel map;
    try {
        map = make_map_model(loaded.atlas, base, projection, {part(reading, 1), stop});
    } catch (geo::Stopped const &) {
        return nullptr;
    }
    auto relief = base.relief;
    base = {};
    malloc_trim(0); // what reading took is given back: it is many times what is kept
    return std::make_shared<Session const>(Session{location, guests, std::move(loaded.atlas),
                                                   std::move(loaded.problems), std::move(projection), std::move(map),
                                                   std::move(loaded.large), std::move(relief),
                                                   loaded.alone && ground == Ground::later});
}

std::shared_ptr<Session const> with_ground(Session const &blank, std::stop_token const &stop)
{
    auto const &info = blank.atlas->info;
    auto problems = blank.problems;
    auto const base = base_under(info.home, problems);
    if (!base || stop.stop_requested()) {
        return nullptr;
    }
    geo::Projection projection{info.crs, info.home};
    try {
        auto map = make_map_model(blank.atlas, *base, projection, {{}, stop});
        map.guests = blank.map.guests; // whose boxes may have been found
        malloc_trim(0);
        return std::make_shared<Session const>(Session{blank.location, blank.guests, blank.atlas, std::move(problems),
                                                       std::move(projection), std::move(map), blank.large,
                                                       base->relief, false});
    } catch (geo::Stopped const &) {
        return nullptr;
    }
}

std::future<std::shared_ptr<Session const>> open_session_beside(std::filesystem::path const &location,
                                                                geo::Guests const &guests)
{
    return std::async(std::launch::async, [location, guests] { return open_session(location, guests); });
}

std::string notice_of(geo::Problems const &problems)
{
    auto const errors = std::ranges::count(problems, geo::Severity::error, &geo::Problem::severity);
    if (errors == 0) {
        return {};
    }
    auto const first = std::ranges::find(problems, geo::Severity::error, &geo::Problem::severity);
    return fmt::format("{} faults in the data; what is faulty is not shown. First: {}", errors, to_line(*first));
}

std::vector<std::string> style_names()
{
    std::vector<std::string> names;
    for (auto const &entry : std::filesystem::directory_iterator{assets_dir() / "styles"}) {
        names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

Style find_style(std::string const &id)
{
    auto const names = style_names();
    if (std::ranges::find(names, id) == names.end()) {
        throw std::runtime_error{fmt::format("there is no style '{}'; choose one of {}", id, fmt::join(names, ", "))};
    }
    return load_style(assets_dir() / "styles" / (id + ".json"));
}

Settings sound(Settings settings, geo::Atlas const &atlas)
{
    auto const styles = style_names();
    if (std::ranges::find(styles, settings.style) == styles.end()) {
        settings.style = Settings{}.style;
    }
    auto const &languages = atlas.info.languages;
    if (std::ranges::find(languages, settings.language) == languages.end()) {
        settings.language.clear();
    }
    return settings;
}

} // namespace app
