#include "geo/foreign/build.hpp"

#include "geo/foreign/feature_texts.hpp"
#include "geo/foreign/large_layer.hpp"
#include "geo/foreign/lone_atlas.hpp"
#include "geo/foreign/piece_builder.hpp"
#include "geo/foreign/recorded.hpp"
#include "geo/io/data_error.hpp"
#include "geo/io/limits.hpp"
#include "geo/io/text_line.hpp"
#include "geo/store/location.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace geo {
namespace {

/// Colours that are told apart on the paper of the map, also by those who see fewer.
constexpr std::array colours{"#1F6F8B", "#B8581B", "#5B7F1C", "#7A4B94", "#A3243B", "#2F4E8F", "#8A6D1B", "#3A7D6B"};

std::string file_name(std::filesystem::path const &file)
{
    return file.string().starts_with("PG:") ? shown(file) : file.filename().string();
}

/// Adds foreign layers to an atlas; lives for one call.
class GuestBuilder
{
public:
    explicit GuestBuilder(Atlas &atlas) : m{atlas} {}

    void add(ForeignSource &source)
    {
        auto const before = m.guests.size();
        for (auto &layer : source.layers) {
            add_layer(source, layer);
        }
        for (auto const &large : source.large) {
            auto &guest = begin_guest(source, large->name);
            guest.begin_field = large->time.begin;
            guest.end_field = large->time.end;
            guest.features = static_cast<std::size_t>(large->count);
            guest.fields = large->fields;
            guest.span = large->span;
            guest.span_known = large->span_known;
            large->guest = static_cast<GuestNumber>(m.guests.size());
        }
        if (m.guests.size() == before) { // nothing of it can be shown: it must still say why
            begin_guest(source, source.file.stem().string());
        }
        for (auto const &[reason, count] : source.dropped) {
            m.guests[before].dropped.push_back({plain_line(reason), count});
        }
        add_stories(source, before);
    }

    /// Events by start, as all lists rely on it; what refers to them follows.
    void order_events()
    {
        std::vector<Index> order(m.events.size());
        std::iota(order.begin(), order.end(), Index{0});
        std::ranges::stable_sort(order, {}, [&](Index i) {
            return std::pair{m.events[i].span.begin, m.events[i].span.end};
        });
        std::vector<Index> place(order.size());
        std::vector<Event> sorted;
        sorted.reserve(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            place[order[i]] = static_cast<Index>(i);
            sorted.push_back(std::move(m.events[order[i]]));
        }
        m.events = std::move(sorted);
        for (auto &story : m.stories) {
            for (auto &step : story.steps) {
                for (auto &event : step.events) {
                    event = place[event];
                }
            }
        }
    }

private:
    GuestLayer &begin_guest(ForeignSource const &source, std::string const &layer)
    {
        if (m.guests.size() >= limits::all_layers) {
            throw DataError{
                shown(source.file),
                fmt::format("with it more than {} layers would be open; open fewer files", limits::all_layers)};
        }
        GuestLayer guest;
        guest.name = sound_text(layer);
        guest.file = file_name(source.file);
        guest.id = fmt::format("{}/{}", guest.file, guest.name);
        guest.format = source.format;
        guest.colour = colours[m.guests.size() % colours.size()];
        guest.clock = source.clock;
        m.guests.push_back(std::move(guest));
        return m.guests.back();
    }

    void add_layer(ForeignSource const &source, ForeignLayer &layer)
    {
        auto &guest = begin_guest(source, layer.name);
        guest.begin_field = layer.time.begin;
        guest.end_field = layer.time.end;
        std::ranges::transform(layer.fields, std::back_inserter(guest.fields), &sound_text);
        m_number = static_cast<GuestNumber>(m.guests.size());
        LocalText name;
        name.set("", guest.name);
        for (auto *const labels : {&m.info.sides, &m.info.categories, &m.info.polities}) {
            labels->push_back({guest.id, name, guest.colour});
        }
        m_texts.emplace(layer, guest.file);
        m_places = m_events = m_lines = m_areas = m_tracks = 0;
        long garbled = 0;
        for (auto &feature : layer.features) {
            garbled += is_sound(feature) ? 0 : 1;
            add_feature(feature);
        }
        if (garbled > 0) {
            guest.dropped.push_back({"features with text that is not UTF-8 (letters of it are shown as ?)", garbled});
        }
        guest.kinds = kinds();
        layer.features = {}; // moved from: their memory is given back before the next layer comes
    }

    static bool is_sound(ForeignFeature const &feature)
    {
        return is_utf8(feature.name) && is_utf8(feature.text) && std::ranges::all_of(feature.values, &is_utf8);
    }

    void add_feature(ForeignFeature &feature)
    {
        m_id = unique(m_texts->id_of(feature));
        std::vector<LonLat> points = std::move(feature.points);
        if (auto const *at = std::get_if<LonLat>(&feature.geometry)) {
            points.push_back(*at);
        }
        bool const event = feature.moment || m_texts->is_event(feature);
        for (auto const at : points) {
            event ? add_event(feature, at) : add_place(feature, at);
        }
        if (auto *lines = std::get_if<MultiLine>(&feature.geometry)) {
            add_line(feature, std::move(*lines));
        } else if (auto *areas = std::get_if<MultiPolygon>(&feature.geometry)) {
            add_region(feature, std::move(*areas));
        }
        if (!feature.track.empty()) {
            add_unit(feature);
        }
    }

    std::string unique(std::string const &wanted)
    {
        auto const [found, is_new] = m_ids.try_emplace(wanted, 1);
        auto id = wanted;
        for (bool taken = !is_new; taken; taken = !m_ids.try_emplace(id, 1).second) {
            id = fmt::format("{}#{}", wanted, ++found->second);
        }
        return id;
    }

    GuestLayer &guest() { return m.guests[m_number - 1U]; }

    /// Counts the feature in its layer and widens what that covers in time.
    void count(Span const &span)
    {
        auto &g = guest();
        ++g.features;
        bool const timed = span.begin != distant_past || span.end != distant_future;
        g.timed += timed ? 1 : 0;
        for (auto const t : {span.begin, span.end}) {
            if (t != distant_past && t != distant_future) {
                g.span.begin = std::min(g.span.begin, t);
                g.span.end = std::max(g.span.end, t);
            }
        }
        if (g.span.begin == g.span.end) { // one bound only, the same for all
            g.span.end += Seconds{1};
        }
    }

    static std::optional<Edtf> edtf(std::optional<ForeignDate> const &date)
    {
        if (!date) {
            return std::nullopt;
        }
        Edtf value;
        value.start = value.end = date->date;
        value.start->zoned = value.end->zoned = false; // the layer names its clock
        return value;
    }

    /// Half-open; a coarse end counts to its end ("1920" to the last second of that year).
    Lifetime lifetime(ForeignFeature const &feature)
    {
        Lifetime life{edtf(feature.begin), edtf(feature.end), {}};
        life.span.begin = life.start ? life.start->earliest() : distant_past;
        life.span.end = life.end ? life.end->latest() : distant_future;
        count(life.span);
        return life;
    }

    void add_place(ForeignFeature const &feature, LonLat at)
    {
        Place place;
        place.id = m_id;
        place.kind = "guest";
        place.name = m_texts->name_of(feature);
        place.rank = 1; // its mark shows at every scale
        place.life = lifetime(feature);
        place.at = at;
        place.note = m_texts->note_of(feature);
        place.guest = m_number;
        m.places.push_back(std::move(place));
        ++m_places;
    }

    void add_event(ForeignFeature const &feature, LonLat at)
    {
        Event event;
        event.id = m_id;
        auto const life = lifetime(feature);
        event.start = life.start;
        event.span = life.span;
        event.title = m_texts->name_of(feature);
        event.summary.set("", feature.text);
        event.category = guest().id;
        event.note = m_texts->attributes_of(feature);
        event.spot = at;
        event.places = {add_fix_place(m.places, event.id, at, m_number)};
        event.guest = m_number;
        m.events.push_back(std::move(event));
        ++m_events;
    }

    void add_line(ForeignFeature const &feature, MultiLine &&shape)
    {
        Line line;
        line.id = m_id;
        line.kind = LineKind::other;
        line.name = m_texts->name_of(feature);
        line.life = lifetime(feature);
        line.shape = std::move(shape);
        line.note = m_texts->note_of(feature);
        line.guest = m_number;
        m.lines.push_back(std::move(line));
        ++m_lines;
    }

    void add_region(ForeignFeature const &feature, MultiPolygon &&shape)
    {
        long faulty = 0;
        for (auto &polygon : shape) {
            faulty += static_cast<long>(std::erase_if(polygon, [](LineString const &ring) { return ring.size() < 4; }));
        }
        std::erase_if(shape, [](Polygon const &polygon) { return polygon.empty(); });
        if (faulty > 0) {
            guest().dropped.push_back({"rings of areas with fewer than four points", faulty});
        }
        if (shape.empty()) {
            return;
        }
        Region region;
        region.id = m_id;
        region.polity = guest().id;
        region.name = m_texts->name_of(feature);
        region.life = lifetime(feature);
        region.shape = std::move(shape);
        region.note = m_texts->note_of(feature);
        region.guest = m_number;
        m.regions.push_back(std::move(region));
        ++m_areas;
    }

    void add_unit(ForeignFeature &feature)
    {
        Unit unit;
        unit.id = m_id;
        unit.name = m_texts->name_of(feature);
        unit.side = guest().id;
        unit.kind = "track";
        unit.note = m_texts->note_of(feature);
        unit.guest = m_number;
        auto trajectory = record_track(std::move(feature.track), unit, m.places);
        count(trajectory.span());
        m.units.push_back(std::move(unit));
        m.trajectories.push_back(std::move(trajectory));
        ++m_tracks;
    }

    [[nodiscard]] std::string kinds() const
    {
        std::string words;
        for (auto const &[count, one, many] :
             {std::tuple{m_places, "place", "places"}, std::tuple{m_events, "event", "events"},
              std::tuple{m_lines, "line", "lines"}, std::tuple{m_areas, "area", "areas"},
              std::tuple{m_tracks, "track", "tracks"}}) {
            if (count > 0) {
                words += fmt::format("{}{} {}", words.empty() ? "" : ", ", count, count == 1 ? one : many);
            }
        }
        return words;
    }

    void add_stories(ForeignSource &source, std::size_t first_guest)
    {
        Instant begin = distant_future;
        for (auto i = first_guest; i < m.guests.size(); ++i) {
            begin = m.guests[i].has_time() ? std::min(begin, m.guests[i].span.begin) : begin;
        }
        for (auto &story : source.stories) {
            story.id = unique(fmt::format("{}/tour", m.guests[first_guest].file));
            for (auto &step : story.steps) {
                if (step.at == distant_past) { // a tour that names no time shows the begin
                    step.at = begin == distant_future ? Instant{} : begin;
                }
            }
            m.stories.push_back(std::move(story));
        }
    }

    Atlas &m;
    std::optional<FeatureTexts> m_texts;
    std::map<std::string, long> m_ids; ///< and the last number that was put behind each
    std::string m_id;
    GuestNumber m_number = 0;
    long m_places = 0, m_events = 0, m_lines = 0, m_areas = 0, m_tracks = 0;
};

} // namespace

std::shared_ptr<Atlas const> build_with_guests(Atlas const *atlas, std::vector<ForeignSource> sources)
{
    auto made = atlas == nullptr ? std::make_shared<Atlas>() : std::make_shared<Atlas>(*atlas);
    GuestBuilder builder{*made};
    for (auto &source : sources) {
        builder.add(source);
    }
    builder.order_events();
    if (atlas == nullptr) {
        std::vector<Box> more;
        for (auto const &source : sources) {
            std::ranges::transform(source.large, std::back_inserter(more), [](auto const &l) { return l->extent; });
        }
        describe_lone(*made, sources.front().file, more);
        bool const only_moments = std::ranges::all_of(sources, [](ForeignSource const &source) {
            return source.layers.empty() &&
                   std::ranges::all_of(source.large, [](auto const &l) { return l->time.moments; });
        });
        if (only_moments && !more.empty()) { // at the begin nothing would be seen yet
            made->info.opening_at = made->info.span.end;
        }
    } else {
        widen_span(*made);
    }
    return made;
}

} // namespace geo
