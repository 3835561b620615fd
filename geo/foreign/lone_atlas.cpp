#include "geo/foreign/lone_atlas.hpp"

#include "geo/movement/trajectory.hpp"
#include "geo/store/location.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

class Extent
{
public:
    void add(LonLat at)
    {
        m_box = m_any ? Box{std::min(m_box.west, at.lon), std::min(m_box.south, at.lat), std::max(m_box.east, at.lon),
                            std::max(m_box.north, at.lat)}
                      : Box{at.lon, at.lat, at.lon, at.lat};
        m_any = true;
    }
    void add(LineString const &line)
    {
        if (line.empty()) {
            return;
        }
        add(line.front());
        auto [west, south, east, north] = m_box; // in registers: lines have millions of points
        for (auto const at : line) {
            west = std::min(west, at.lon);
            south = std::min(south, at.lat);
            east = std::max(east, at.lon);
            north = std::max(north, at.lat);
        }
        m_box = {west, south, east, north};
    }
    [[nodiscard]] std::optional<Box> box() const { return m_any ? std::optional{m_box} : std::nullopt; }

private:
    Box m_box;
    bool m_any = false;
};

/// A projection that shows the extent: conic for countries, azimuthal for continents and the poles, else the whole
/// earth.
std::string projection_for(Box const &box)
{
    double const lon = (box.west + box.east) / 2;
    double const lat = (box.south + box.north) / 2;
    double const wide = box.east - box.west;
    double const high = box.north - box.south;
    if (wide <= 60 && high <= 40 && std::abs(lat) > 12 && std::abs(lat) < 75 && box.south * box.north > 0) {
        return {};
    }
    if (wide <= 120 && high <= 100) {
        return fmt::format("+proj=laea +lat_0={:.4f} +lon_0={:.4f} +datum=WGS84 +units=m +type=crs", lat, lon);
    }
    return fmt::format("+proj=eqearth +lon_0={:.4f} +datum=WGS84 +units=m +type=crs", lon);
}

Span span_of(Atlas const &atlas)
{
    Span all{distant_future, distant_past};
    for (auto const &guest : atlas.guests) {
        if (guest.has_time()) {
            all.begin = std::min(all.begin, guest.span.begin);
            all.end = std::max(all.end, guest.span.end);
        }
    }
    return all;
}

/// Text that is the same in every language: names of files.
LocalText plain(std::string const &text)
{
    LocalText made;
    made.set("", text);
    return made;
}

LocalText clock_words(Atlas const &atlas)
{
    std::string clocks;
    for (auto const &guest : atlas.guests) {
        if (!guest.clock.empty() && clocks.find(guest.clock) == std::string::npos) {
            clocks += (clocks.empty() ? "" : ", ") + guest.clock;
        }
    }
    LocalText words;
    if (!clocks.empty()) {
        words.set("en", fmt::format("times as in the file: {}", clocks));
        words.set("az", fmt::format("vaxtlar fayldakı kimi: {}", clocks));
        words.set("ru", fmt::format("время как в файле: {}", clocks));
        return words;
    }
    words.set("en", "times as in the file, which names no time zone");
    words.set("az", "vaxtlar fayldakı kimi, faylda saat qurşağı göstərilməyib");
    words.set("ru", "время как в файле, часовой пояс в нём не указан");
    return words;
}

} // namespace

Box roomy(Box const &box)
{
    double const wide = std::max((box.east - box.west) * 0.06, 0.01);
    double const high = std::max((box.north - box.south) * 0.06, 0.01);
    return {std::max(-180.0, box.west - wide), std::max(-85.0, box.south - high), std::min(180.0, box.east + wide),
            std::min(85.0, box.north + high)};
}

std::optional<Box> extent_of(Atlas const &atlas, std::optional<GuestNumber> only)
{
    Extent extent;
    auto const wanted = [&](auto const &feature) { return !only || feature.guest == *only; };
    for (auto const &place : atlas.places) {
        if (wanted(place)) {
            extent.add(place.at);
        }
    }
    for (auto const &event : atlas.events) {
        if (event.spot && wanted(event)) {
            extent.add(*event.spot);
        }
    }
    for (auto const &line : atlas.lines) {
        if (wanted(line)) {
            std::ranges::for_each(line.shape, [&](LineString const &part) { extent.add(part); });
        }
    }
    for (auto const &region : atlas.regions) {
        if (!wanted(region)) {
            continue;
        }
        for (auto const &polygon : region.shape) {
            extent.add(polygon.front());
        }
    }
    for (std::size_t i = 0; i < atlas.trajectories.size(); ++i) {
        if (!wanted(atlas.units[i])) {
            continue;
        }
        for (auto const &leg : atlas.trajectories[i].legs) {
            extent.add(leg.route.points);
        }
    }
    return extent.box();
}

void describe_lone(Atlas &atlas, std::filesystem::path const &first_file, std::vector<Box> const &more)
{
    auto &info = atlas.info;
    auto const name = home_of(first_file) == Home::server ? shown(first_file) : first_file.stem().string();
    info.id = name;
    info.title = plain(name);
    info.languages = {"en", "az", "ru"};
    Extent extent;
    auto const own = extent_of(atlas);
    for (auto const &box : more) {
        extent.add(LineString{{box.west, box.south}, {box.east, box.north}});
    }
    if (own) {
        extent.add(LineString{{own->west, own->south}, {own->east, own->north}});
    }
    info.home = roomy(extent.box().value_or(Box{-180, -85, 180, 85}));
    info.crs = projection_for(info.home);
    info.span = span_of(atlas);
    constexpr Seconds least{600};
    if (info.span.begin >= info.span.end) { // no time at all: one quiet day
        info.span.begin = std::chrono::local_days{std::chrono::year{2000} / 1 / 1};
        info.span.end = info.span.begin + std::chrono::days{1};
    } else {
        info.span.end = std::max(info.span.end, info.span.begin + least);
    }
    info.opening_at = info.span.begin;
    info.opening_ruler = info.span;
    constexpr double whole_lasts = 60; // seconds of playing
    double const wanted = std::chrono::duration<double>(info.span.end - info.span.begin).count() / whole_lasts;
    constexpr std::array rates{60.0,    600.0,    1800.0,    3600.0,     21600.0,
                               86400.0, 604800.0, 2592000.0, 31557600.0, 315576000.0};
    auto const enough = std::ranges::find_if(rates, [&](double rate) { return rate >= wanted; });
    info.opening_rate = enough == rates.end() ? rates.back() : *enough;
    info.clock = clock_words(atlas);
}

void widen_span(Atlas &atlas)
{
    auto const span = span_of(atlas);
    if (span.begin < span.end) {
        atlas.info.span.begin = std::min(atlas.info.span.begin, span.begin);
        atlas.info.span.end = std::max(atlas.info.span.end, span.end);
    }
}

} // namespace geo
