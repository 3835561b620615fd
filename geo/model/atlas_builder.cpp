#include "geo/model/atlas_builder.hpp"

#include "geo/io/raw_atlas.hpp"
#include "geo/io/record.hpp"
#include "geo/model/build_stories.hpp"
#include "geo/movement/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace geo {
namespace {

/// Builds one atlas; lives for one call. Members are in the order in which references are resolved.
class Builder
{
public:
    Builder(RawAtlas const &raw, Problems &problems) : m_raw{raw}, m_problems{problems} { m_atlas.info = raw.info; }

    std::shared_ptr<Atlas const> build()
    {
        read_sources();
        read_all("people", m_atlas.people, m_people, &Builder::person);
        read_all("claims", m_atlas.claims, m_claims, &Builder::claim);
        read_all("places", m_atlas.places, m_places, &Builder::place);
        IdTable regions{"region"};
        read_all("regions", m_atlas.regions, regions, &Builder::region);
        read_all("lines", m_atlas.lines, m_lines, &Builder::line);
        read_all("units", m_atlas.units, m_units, &Builder::unit);
        resolve_parents();
        read_fixes();
        m_atlas.trajectories = plan_trajectories(m_atlas, std::string{table("fixes").file}, m_problems);
        read_all("events", m_atlas.events, m_events, &Builder::event);
        order_events();
        m_atlas.stories = build_stories(m_raw, m_events, m_problems);
        return std::make_shared<Atlas const>(std::move(m_atlas));
    }

private:
    /// Calls `read` for each feature of a table and keeps those without errors.
    template <typename Feature>
    void read_all(std::string_view name, std::vector<Feature> &into, IdTable &ids, Feature (Builder::*read)(Record &))
    {
        auto const found = m_raw.tables.find(name);
        if (found == m_raw.tables.end()) {
            return;
        }
        auto const &raw = found->second;
        report_unknown_fields(raw, table(name), m_problems);
        for (std::size_t row = 0; row < raw.features.size(); ++row) {
            Record record{raw, raw.features[row], table(name), row + 1, m_atlas.info.approximation, m_problems};
            Feature feature = (this->*read)(record);
            if (ids.knows(record.id())) {
                record.error("id", "stands twice in this file; give each feature an id of its own");
                continue;
            }
            ids.add(record.id(), record.ok() ? std::optional{static_cast<Index>(into.size())} : std::nullopt);
            if (record.ok()) {
                into.push_back(std::move(feature));
            }
        }
    }

    void read_sources()
    {
        std::string const file = "sources.json";
        for (auto const &json : m_raw.sources) {
            JsonReader reader{json, file, text_of(json, "id"), m_problems};
            auto source = parse_source(json, reader, m_problems);
            if (!source.id.empty() && !m_sources.add(source.id, static_cast<Index>(m_atlas.sources.size()))) {
                reader.error("id", "stands twice in this file; give each source an id of its own");
            }
            m_atlas.sources.push_back(std::move(source));
        }
    }

    Indices sources(Record &r) { return r.references("sources", m_sources); }

    Person person(Record &r) { return {r.id(), r.local_text("name"), r.local_text("office"), sources(r)}; }

    Claim claim(Record &r) { return {r.id(), r.local_text("wording"), r.local_text("correction"), sources(r)}; }

    Place place(Record &r)
    {
        Place place;
        place.id = r.id();
        place.kind = r.text("kind");
        place.name = r.local_text("name");
        place.name_period = r.text("name_period");
        place.rank = static_cast<int>(r.integer("rank", 1, 5).value_or(5));
        place.life = r.lifetime();
        place.at = r.point();
        place.uncertainty_km = r.number("uncertainty_km").value_or(0);
        place.coord_source = r.text("coord_source");
        place.railway_km = r.number("railway_km");
        place.km_source = r.text("km_source");
        place.sources = sources(r);
        place.note = r.local_text("note");
        return place;
    }

    Region region(Record &r)
    {
        Region region;
        region.id = r.id();
        region.polity = r.text("polity");
        region.name = r.local_text("name");
        region.status = r.choice("status", status_choices, Status::sovereign);
        region.life = r.lifetime();
        region.uncertainty_km = r.number("uncertainty_km").value_or(0);
        region.shape = r.polygons();
        region.sources = sources(r);
        region.note = r.local_text("note");
        return region;
    }

    Line line(Record &r)
    {
        Line line;
        line.id = r.id();
        line.kind = r.choice("kind", line_kind_choices, LineKind::border);
        line.name = r.local_text("name");
        line.life = r.lifetime();
        line.uncertainty_km = r.number("uncertainty_km").value_or(0);
        line.shape = r.lines();
        line.sources = sources(r);
        line.note = r.local_text("note");
        return line;
    }

    Unit unit(Record &r)
    {
        Unit unit;
        unit.id = r.id();
        unit.name = r.local_text("name");
        unit.side = r.text("side");
        unit.kind = r.text("kind");
        unit.symbol = r.text("symbol");
        unit.strength = r.local_text("strength");
        unit.commander = r.local_text("commander");
        unit.sources = sources(r);
        unit.note = r.local_text("note");
        m_parent_of[unit.id] = r.text("parent");
        return unit;
    }

    void unit_error(std::string const &id, std::string field, std::string message)
    {
        m_problems.push_back(
            {Severity::error, std::string{table("units").file}, id, std::move(field), std::move(message)});
    }

    /// Parents are units themselves, so they can be looked up only when all are read.
    void resolve_parents()
    {
        for (auto &unit : m_atlas.units) {
            auto const &parent = m_parent_of[unit.id];
            if (parent.empty()) {
                continue;
            }
            unit.parent = m_units.find(parent);
            if (!m_units.knows(parent)) {
                unit_error(
                    unit.id, "parent",
                    fmt::format("no unit has the id '{}'; did you mean '{}'?", parent, nearest(parent, m_units.ids())));
            }
        }
        for (auto &unit : m_atlas.units) {
            auto up = unit.parent;
            for (std::size_t steps = 0; up && steps < m_atlas.units.size(); ++steps) {
                up = m_atlas.units[*up].parent;
            }
            if (up) { // more steps than units: a circle
                unit_error(unit.id, "parent", "travels within itself by way of its parents; break the circle");
                unit.parent.reset();
            }
        }
    }

    Fix fix(Record &r)
    {
        Fix fix;
        fix.place = r.reference("place_id", m_places).value_or(0);
        fix.arrival = r.date("arrival");
        fix.departure = r.date("departure");
        fix.mode = r.choice("mode", mode_choices, Mode::road);
        fix.via = r.reference("via", m_lines);
        fix.time_basis = r.choice("time_basis", time_basis_choices, TimeBasis::source);
        fix.confidence = r.choice("confidence", confidence_choices, Confidence::attested);
        fix.sources = sources(r);
        fix.note = r.local_text("note");
        return fix;
    }

    void read_fixes()
    {
        auto const found = m_raw.tables.find("fixes");
        if (found == m_raw.tables.end()) {
            return;
        }
        auto const &raw = found->second;
        auto const &spec = table("fixes");
        report_unknown_fields(raw, spec, m_problems);
        std::map<Index, long> last_seq;
        std::vector<bool> faulty(m_atlas.units.size(), false);
        for (std::size_t row = 0; row < raw.features.size(); ++row) {
            Record record{raw, raw.features[row], spec, row + 1, m_atlas.info.approximation, m_problems};
            auto const unit = record.reference("unit_id", m_units);
            auto const seq = record.integer("seq", 1, 1'000'000);
            auto read = fix(record);
            if (unit && seq && last_seq.contains(*unit) && *seq <= last_seq[*unit]) {
                record.error("seq", fmt::format("{} does not follow {}; put the fixes of a unit in rising order", *seq,
                                                last_seq[*unit]));
            }
            if (unit && seq) {
                last_seq[*unit] = *seq;
            }
            if (unit && record.ok()) {
                m_atlas.units[*unit].fixes.push_back(std::move(read));
            } else if (unit) {
                faulty[*unit] = true;
            }
        }
        for (std::size_t u = 0; u < faulty.size(); ++u) {
            if (faulty[u]) { // a way with a gap in it would be a wrong way
                m_atlas.units[u].fixes.clear();
            }
        }
    }

    Event event(Record &r)
    {
        Event event;
        event.id = r.id();
        event.start = r.date("start_date");
        event.end = r.date("end_date");
        event.places = r.references("place_ids", m_places);
        event.people = r.references("people", m_people);
        event.sides = r.list("sides");
        event.title = r.local_text("title");
        event.summary = r.local_text("summary");
        event.category = r.text("category");
        event.confidence = r.choice("confidence", confidence_choices, Confidence::attested);
        event.time_basis = r.choice("time_basis", time_basis_choices, TimeBasis::source);
        event.sources = sources(r);
        event.disagreement = r.local_text("disagreement");
        event.claims = r.references("claims", m_claims);
        event.note = r.local_text("note");
        event.spot = r.optional_point();
        auto const &by = m_atlas.info.approximation;
        if (event.start) {
            event.span = {event.start->earliest(by), (event.end ? *event.end : *event.start).latest(by)};
            if (event.span.begin >= event.span.end) {
                r.error("end_date", fmt::format("'{}' lies before the start_date '{}'; exchange or correct them",
                                                r.text("end_date"), r.text("start_date")));
            }
        }
        return event;
    }

    /// By start, so that the list of the viewer and the search for the next event can rely on it.
    void order_events()
    {
        std::ranges::stable_sort(m_atlas.events, {}, [](Event const &e) {
            return std::pair{e.span.begin, e.span.end};
        });
        IdTable sorted{"event"};
        for (auto const &id : m_events.ids()) {
            sorted.add(id, index_of(m_atlas.events, id));
        }
        m_events = std::move(sorted);
    }

    RawAtlas const &m_raw;
    Problems &m_problems;
    Atlas m_atlas;
    IdTable m_sources{"source"};
    IdTable m_people{"person"};
    IdTable m_claims{"claim"};
    IdTable m_places{"place"};
    IdTable m_lines{"line"};
    IdTable m_units{"unit"};
    IdTable m_events{"event"};
    std::map<std::string, std::string> m_parent_of;
};

} // namespace

std::shared_ptr<Atlas const> build_atlas(RawAtlas const &raw, Problems &problems)
{
    return Builder{raw, problems}.build();
}

} // namespace geo
