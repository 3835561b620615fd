#include "geo/export/collect.hpp"

#include "geo/export/reach.hpp"
#include "geo/export/track_of.hpp"
#include "geo/time/edtf_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

/// Each language's name has a column of its own, after the fixed ones.
constexpr std::array<std::pair<char const *, bool>, 20> fixed_fields{{
    {kind_field, false},   {"id", false},          {"layer", false},    {"begin", false},         {"end", false},
    {"start_edtf", false}, {"end_edtf", false},    {"kind", false},     {"side", false},          {"status", false},
    {"rank", true},        {"name_period", false}, {"strength", false}, {"commander", false},     {"confidence", false},
    {"time_basis", false}, {"note", false},        {"sources", false},  {"uncertainty_km", true}, {"itinerary", false},
}};

std::string label_in(std::vector<Label> const &labels, std::string const &id, std::string const &language)
{
    auto const found = std::ranges::find(labels, id, &Label::id);
    return found == labels.end() ? id : found->name.in(language);
}

std::string colour_in(std::vector<Label> const &labels, std::string const &id)
{
    auto const found = std::ranges::find(labels, id, &Label::id);
    return found == labels.end() || found->colour.empty() ? "#4A4A4A" : found->colour;
}

std::string text_of(std::optional<Edtf> const &date)
{
    return date ? to_text(*date) : std::string{};
}

/// Widest span of all that is dated, never unbounded.
Span bounds_of(Atlas const &atlas)
{
    Span all = atlas.info.span;
    auto const widen = [&](Span const &span) {
        for (auto const t : {span.begin, span.end}) {
            if (t != distant_past && t != distant_future) {
                all.begin = std::min(all.begin, t);
                all.end = std::max(all.end, t);
            }
        }
    };
    for (auto const &trajectory : atlas.trajectories) {
        for (auto const &stay : trajectory.stays) {
            widen(stay.span);
        }
    }
    return all;
}

std::string_view switch_of(LineKind kind)
{
    constexpr std::array<std::string_view, 6> names{"railways", "roads", "sea lanes", "fronts", "borders", "lines"};
    return names[static_cast<std::size_t>(kind)];
}

/// Makes features; lives for one export.
class Collector
{
public:
    Collector(Atlas const &atlas, ExportChoice const &choice, std::function<void(Exported &&)> const &take,
              std::map<std::string, long> &left_out, std::function<void(double)> const &share)
    : m{atlas}, m_choice{choice}, m_take{take}, m_left_out{left_out}, m_share{share}, m_fields{export_fields(atlas)},
      m_time{choice.time.value_or(bounds_of(atlas))}, m_total{std::max<std::size_t>(
                                                          1, m.places.size() + m.events.size() + m.lines.size() +
                                                                 m.regions.size() + m.units.size())}
    {}

    void run()
    {
        each(m.places, [&](Place const &p) { add(p); });
        each(m.events, [&](Event const &e) { add(e); });
        each(m.lines, [&](Line const &l) { add(l); });
        each(m.regions, [&](Region const &r) { add(r); });
        each(m.units, [&](Unit const &u) { add(u); });
    }

private:
    template <typename Features, typename Act>
    void each(Features const &features, Act const &act)
    {
        for (auto const &feature : features) {
            act(feature);
            if (++m_done % 64 == 0) {
                m_share(static_cast<double>(m_done) / static_cast<double>(m_total));
            }
        }
    }

    [[nodiscard]] std::string in(LocalText const &text) const { return text.in(m_choice.language); }
    [[nodiscard]] bool shown(std::string_view layer, GuestNumber guest) const
    {
        return guest == 0 ? !m_choice.hidden.contains(std::string{layer})
                          : !m_choice.hidden.contains(m.guests[guest - 1U].id);
    }
    [[nodiscard]] bool in_time(Span const &span) const
    {
        return span.begin != distant_future && (!m_choice.time || span.overlaps(*m_choice.time));
    }
    [[nodiscard]] bool in_extent(auto const &shape) const
    {
        return !m_choice.extent || reaches(shape, *m_choice.extent);
    }

    void set(std::string_view name, std::string text)
    {
        auto const field = std::ranges::find(m_now.values, name, &ExportValue::name);
        if (field != m_now.values.end()) { // a name in a language that the atlas does not list has no column
            field->text = std::move(text);
        }
    }

    void begin(ExportKind kind, auto const &feature, LocalText const &name)
    {
        m_now = {};
        m_now.kind = kind;
        m_now.id = feature.id;
        m_now.name = in(name);
        m_now.values = m_fields;
        set(kind_field, std::string{name_of(kind)});
        set("id", feature.id);
        set("layer", feature.guest == 0 ? "" : m.guests[feature.guest - 1U].id);
        for (auto const &[language, text] : name.all()) {
            if (!language.empty()) {
                set("name_" + language, text);
            }
        }
        set("note", in(feature.note));
        std::string sources;
        for (auto const s : feature.sources) {
            sources += (sources.empty() ? "" : "; ") + m.sources[s].citation;
        }
        set("sources", std::move(sources));
    }

    /// The exact bounds: the last second that belongs to it, since other programs count an end in.
    void set_span(Span const &span)
    {
        m_now.span = span;
        set("begin", span.begin == distant_past ? "" : to_iso(span.begin));
        set("end", span.end == distant_future ? "" : to_iso(span.end - Seconds{1}));
    }

    void set_dates(std::optional<Edtf> const &start, std::optional<Edtf> const &end)
    {
        set("start_edtf", text_of(start));
        set("end_edtf", text_of(end));
    }

    void set_km(double km) { set("uncertainty_km", km > 0 ? fmt::format("{}", km) : ""); }

    void send()
    {
        if (m_now.text.empty()) {
            m_now.text = std::ranges::find(m_now.values, "note", &ExportValue::name)->text;
        }
        m_take(std::move(m_now));
    }

    void add(Place const &place)
    {
        if (!shown("places", place.guest) || !in_time(place.life.span) || !in_extent(place.at)) {
            return;
        }
        begin(ExportKind::place, place, place.name);
        set_span(place.life.span);
        set_dates(place.life.start, place.life.end);
        set("kind", place.kind);
        set("rank", std::to_string(place.rank));
        set("name_period", place.name_period);
        set_km(place.uncertainty_km);
        m_now.geometry = place.at;
        m_now.colour = place.guest == 0 ? "#30302C" : m.guests[place.guest - 1U].colour;
        send();
    }

    [[nodiscard]] std::vector<LonLat> spots_of(Event const &event) const
    {
        std::vector<LonLat> spots;
        if (event.spot) {
            spots.push_back(*event.spot);
        } else {
            std::ranges::transform(event.places, std::back_inserter(spots), [&](Index p) { return m.places[p].at; });
        }
        return spots;
    }

    void add(Event const &event)
    {
        if (!shown("events", event.guest) || !in_time(event.span)) {
            return;
        }
        auto spots = spots_of(event);
        if (spots.empty()) {
            m_left_out["events without a place"] += m_choice.extent ? 0 : 1;
            return;
        }
        if (!std::ranges::any_of(spots, [&](LonLat at) { return in_extent(at); })) {
            return;
        }
        begin(ExportKind::event, event, event.title);
        set_span(event.span);
        set_dates(event.start, event.end);
        set("kind", label_in(m.info.categories, event.category, m_choice.language));
        std::string sides;
        for (auto const &side : event.sides) {
            sides += (sides.empty() ? "" : "; ") + label_in(m.info.sides, side, m_choice.language);
        }
        set("side", std::move(sides));
        set("confidence", std::string{event.guest == 0 ? name_of(event.confidence) : ""});
        set("time_basis", std::string{event.guest == 0 ? name_of(event.time_basis) : ""});
        m_now.text = in(event.summary);
        if (!event.disagreement.empty()) {
            m_now.text += (m_now.text.empty() ? "" : "\n") + in(event.disagreement);
        }
        if (spots.size() == 1) {
            m_now.geometry = spots.front();
        } else {
            m_now.points = std::move(spots);
        }
        m_now.colour = colour_in(m.info.categories, event.category);
        send();
    }

    void add(Line const &line)
    {
        if (!shown(switch_of(line.kind), line.guest) || !in_time(line.life.span) || !in_extent(line.shape)) {
            return;
        }
        begin(ExportKind::line, line, line.name);
        set_span(line.life.span);
        set_dates(line.life.start, line.life.end);
        set("kind", line.guest == 0 ? std::string{name_of(line.kind)} : "");
        set_km(line.uncertainty_km);
        m_now.geometry = line.shape;
        m_now.colour = line.guest == 0 ? "#6B4A3A" : m.guests[line.guest - 1U].colour;
        send();
    }

    void add(Region const &region)
    {
        if (!shown("regions", region.guest) || !in_time(region.life.span) || !in_extent(region.shape)) {
            return;
        }
        begin(ExportKind::region, region, region.name);
        set_span(region.life.span);
        set_dates(region.life.start, region.life.end);
        set("side", label_in(m.info.polities, region.polity, m_choice.language));
        set("status", region.guest == 0 ? std::string{name_of(region.status)} : "");
        set_km(region.uncertainty_km);
        m_now.geometry = region.shape;
        m_now.colour = colour_in(m.info.polities, region.polity);
        send();
    }

    /// One line for each fix: its dates as the sources give them, with their uncertainty.
    [[nodiscard]] std::string itinerary_of(Unit const &unit) const
    {
        std::string lines;
        for (auto const &fix : unit.fixes) {
            auto const from = text_of(fix.arrival);
            auto const to = text_of(fix.departure);
            lines += fmt::format("{}{}: {}{}{} ({})", lines.empty() ? "" : "\n", in(m.places[fix.place].name), from,
                                 from == to || to.empty() ? "" : " / ", from == to ? "" : to, name_of(fix.confidence));
        }
        return lines;
    }

    void add(Unit const &unit)
    {
        if (!shown("units", unit.guest)) {
            return;
        }
        auto track = track_of(m, static_cast<Index>(&unit - m.units.data()), m_time);
        if (track.empty()) {
            m_left_out["units that no source puts anywhere"] += m_choice.time || m_choice.extent ? 0 : 1;
            return;
        }
        if (!in_extent(track)) {
            return;
        }
        begin(ExportKind::unit, unit, unit.name);
        set_span({Instant{Seconds{static_cast<std::int64_t>(std::floor(track.front().seconds.front()))}},
                  Instant{Seconds{static_cast<std::int64_t>(std::ceil(track.back().seconds.back())) + 1}}});
        set("kind", unit.kind);
        set("side", label_in(m.info.sides, unit.side, m_choice.language));
        set("strength", in(unit.strength));
        set("commander", in(unit.commander));
        if (unit.guest == 0) {
            auto itinerary = itinerary_of(unit);
            m_now.text = in(unit.note) + (unit.note.empty() || itinerary.empty() ? "" : "\n") + itinerary;
            set("itinerary", std::move(itinerary));
        }
        m_now.track = std::move(track);
        m_now.colour = colour_in(m.info.sides, unit.side);
        send();
    }

    Atlas const &m;
    ExportChoice const &m_choice;
    std::function<void(Exported &&)> const &m_take;
    std::map<std::string, long> &m_left_out;
    std::function<void(double)> const &m_share;
    std::vector<ExportValue> m_fields;
    Span m_time;
    std::size_t m_total;
    std::size_t m_done = 0;
    Exported m_now;
};

} // namespace

std::optional<ExportFormat> export_format(std::string_view word)
{
    constexpr std::array<std::pair<std::string_view, ExportFormat>, 7> known{{{"gpkg", ExportFormat::gpkg},
                                                                              {"geojson", ExportFormat::geojson},
                                                                              {"json", ExportFormat::geojson},
                                                                              {"kml", ExportFormat::kml},
                                                                              {"gpx", ExportFormat::gpx},
                                                                              {"csv", ExportFormat::csv},
                                                                              {"czml", ExportFormat::czml}}};
    if (word.starts_with('.')) {
        word.remove_prefix(1);
    }
    auto const found = std::ranges::find(known, word, &std::pair<std::string_view, ExportFormat>::first);
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

std::string_view name_of(ExportKind value)
{
    constexpr std::array<std::string_view, 5> names{"place", "event", "line", "region", "unit"};
    return names[static_cast<std::size_t>(value)];
}

std::vector<ExportValue> export_fields(Atlas const &atlas)
{
    std::vector<ExportValue> fields;
    for (auto const &[name, number] : fixed_fields) {
        fields.push_back({name, "", number});
    }
    for (auto const &language : atlas.info.languages) {
        fields.push_back({"name_" + language, "", false});
    }
    return fields;
}

ExportTitle export_title(Atlas const &atlas, ExportChoice const &choice)
{
    auto const &info = atlas.info;
    auto const in = [&](LocalText const &text) { return text.in(choice.language); };
    ExportTitle title{in(info.title), in(info.summary), in(info.attribution), choice.time.value_or(bounds_of(atlas))};
    for (auto const &text : {in(info.clock), in(info.clock_note)}) {
        title.summary += (title.summary.empty() || text.empty() ? "" : "\n") + text;
    }
    title.credit += (title.credit.empty() || info.licence.empty() ? "" : "; ") + info.licence;
    return title;
}

void collect(Atlas const &atlas, ExportChoice const &choice, std::function<void(Exported &&)> const &take,
             std::map<std::string, long> &left_out, std::function<void(double)> const &share)
{
    Collector{atlas, choice, take, left_out, share}.run();
    std::erase_if(left_out, [](auto const &entry) { return entry.second == 0; });
}

} // namespace geo
