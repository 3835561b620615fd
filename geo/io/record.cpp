#include "geo/io/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace geo {
namespace {

std::string trimmed(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

std::string suggestion(std::string const &word, std::vector<std::string> const &known)
{
    auto const near = nearest(word, known);
    return near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
}

} // namespace

bool IdTable::add(std::string const &id, std::optional<Index> index)
{
    return m_ids.emplace(id, index).second;
}

std::optional<Index> IdTable::find(std::string const &id) const
{
    auto const found = m_ids.find(id);
    return found == m_ids.end() ? std::nullopt : found->second;
}

std::vector<std::string> IdTable::ids() const
{
    std::vector<std::string> all;
    for (auto const &[id, index] : m_ids) {
        all.push_back(id);
    }
    std::ranges::sort(all); // so that equally near suggestions do not vary
    return all;
}

Record::Record(RawTable const &table, RawFeature const &feature, TableSpec const &spec, std::size_t row,
               Approximation const &approximation, Problems &problems)
: m_table{&table}, m_feature{&feature}, m_spec{&spec}, m_approximation{approximation}, m_problems{&problems}
{
    m_id = trimmed(raw("id"));
    if (m_id.empty() && !raw("unit_id").empty()) {
        m_id = trimmed(raw("unit_id")) + "/" + trimmed(raw("seq"));
    }
    if (m_id.empty()) {
        m_id = fmt::format("row {}", row);
    }
    for (auto const &field : spec.fields) {
        if (field.required && field.type != FieldType::local_text && trimmed(raw(field.name)).empty()) {
            error(field.name, fmt::format("is missing; it says {}", field.meaning));
        }
    }
}

std::string const &Record::raw(std::string_view field) const
{
    static std::string const none;
    auto const found = std::ranges::find(m_table->fields, field);
    return found == m_table->fields.end()
               ? none
               : m_feature->values[static_cast<std::size_t>(found - m_table->fields.begin())];
}

std::string Record::text(std::string_view field)
{
    return trimmed(raw(field));
}

LocalText Record::local_text(std::string_view field)
{
    LocalText texts;
    for (std::size_t i = 0; i < m_table->fields.size(); ++i) {
        std::string_view const column = m_table->fields[i];
        auto const value = trimmed(m_feature->values[i]);
        if (value.empty() || !column.starts_with(field)) {
            continue;
        }
        if (column.size() == field.size()) {
            texts.set("", value);
        } else if (auto const tail = column.substr(field.size());
                   tail[0] == '_' && (tail.size() == 3 || tail.size() == 4)) {
            texts.set(std::string{tail.substr(1)}, value);
        }
    }
    auto const spec = std::ranges::find(m_spec->fields, field, &FieldSpec::name);
    if (texts.empty() && spec != m_spec->fields.end() && spec->required) {
        error(field, fmt::format("is missing in every language; it says {}", spec->meaning));
    }
    return texts;
}

std::optional<double> Record::number(std::string_view field)
{
    auto const word = text(field);
    if (word.empty()) {
        return std::nullopt;
    }
    double value = 0;
    auto const [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (code != std::errc{} || end != word.data() + word.size() || !std::isfinite(value)) {
        error(field, fmt::format("'{}' is not a number; write it like 2.5", word));
        return std::nullopt;
    }
    if (value < 0) {
        error(field, fmt::format("{} is negative; it must be 0 or more", word));
        return std::nullopt;
    }
    return value;
}

std::optional<long> Record::integer(std::string_view field, long least, long most)
{
    auto const word = text(field);
    if (word.empty()) {
        return std::nullopt;
    }
    long value = 0;
    auto const [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (code != std::errc{} || end != word.data() + word.size()) {
        error(field, fmt::format("'{}' is not a whole number", word));
        return std::nullopt;
    }
    if (value < least || value > most) {
        error(field, fmt::format("{} is out of range; it must be from {} to {}", word, least, most));
        return std::nullopt;
    }
    return value;
}

std::optional<Edtf> Record::date(std::string_view field)
{
    auto const word = text(field);
    if (word.empty()) {
        return std::nullopt;
    }
    auto const parsed = parse_edtf(word);
    if (!parsed.value) {
        error(field, fmt::format("'{}' is not a date: {}", word, parsed.error));
        return std::nullopt;
    }
    for (auto const &bound : {parsed.value->start, parsed.value->end}) {
        if (bound && bound->zoned) {
            error(field, fmt::format("'{}' carries a time zone; write the civil time of the place without it", word));
            return std::nullopt;
        }
        if (bound && bound->out_of_range) {
            error(field, fmt::format("'{}' lies outside the years -32767 to 32767", word));
            return std::nullopt;
        }
    }
    return parsed.value;
}

std::vector<std::string> Record::list(std::string_view field)
{
    std::vector<std::string> items;
    auto const &value = raw(field);
    for (std::size_t begin = 0; begin <= value.size();) {
        auto const end = std::min(value.find(';', begin), value.size());
        if (auto item = trimmed(std::string_view{value}.substr(begin, end - begin)); !item.empty()) {
            items.push_back(std::move(item));
        }
        begin = end + 1;
    }
    return items;
}

Lifetime Record::lifetime()
{
    Lifetime life{date("start_date"), date("end_date"), {}};
    // Half-open by design.md: the end is the first instant at which the thing no longer holds.
    life.span.begin = life.start ? life.start->earliest(m_approximation) : distant_past;
    life.span.end = life.end ? life.end->earliest(m_approximation) : distant_future;
    if (life.span.begin >= life.span.end) {
        error("end_date", fmt::format("'{}' is not after the start_date '{}'; exchange or correct them",
                                      text("end_date"), text("start_date")));
    }
    return life;
}

std::optional<Index> Record::resolve(std::string_view field, std::string const &word, IdTable const &ids)
{
    if (!ids.knows(word)) {
        error(field, fmt::format("no {} has the id '{}'{}", ids.kind(), word, suggestion(word, ids.ids())));
        return std::nullopt;
    }
    auto const index = ids.find(word);
    if (!index) {
        error(field, fmt::format("the {} '{}' has errors of its own; mend it first", ids.kind(), word));
    }
    return index;
}

Indices Record::references(std::string_view field, IdTable const &ids)
{
    Indices found;
    for (auto const &word : list(field)) {
        if (auto const index = resolve(field, word, ids)) {
            found.push_back(*index);
        }
    }
    return found;
}

std::optional<Index> Record::reference(std::string_view field, IdTable const &ids)
{
    auto const word = text(field);
    return word.empty() ? std::nullopt : resolve(field, word, ids);
}

template <typename T>
T Record::geometry(std::string_view wanted)
{
    if (!m_feature->geometry_fault.empty()) {
        error("geometry", m_feature->geometry_fault);
    } else if (auto const *found = std::get_if<T>(&m_feature->geometry)) {
        return *found;
    } else {
        error("geometry", fmt::format("is missing or of another kind; a {} is wanted", wanted));
    }
    return {};
}

LonLat Record::point()
{
    return geometry<LonLat>("Point");
}

std::optional<LonLat> Record::optional_point()
{
    if (m_feature->geometry_fault.empty() && std::holds_alternative<std::monostate>(m_feature->geometry)) {
        return std::nullopt;
    }
    return point();
}

MultiLine Record::lines()
{
    return geometry<MultiLine>("LineString or MultiLineString");
}

MultiPolygon Record::polygons()
{
    return geometry<MultiPolygon>("Polygon or MultiPolygon");
}

void Record::error(std::string_view field, std::string message)
{
    m_ok = false;
    m_problems->push_back({Severity::error, m_table->file, m_id, std::string{field}, std::move(message)});
}

void Record::warn(std::string_view field, std::string message)
{
    m_problems->push_back({Severity::warning, m_table->file, m_id, std::string{field}, std::move(message)});
}

void Record::report_unknown_word(std::string_view field, std::string const &word, std::vector<std::string> const &known)
{
    error(field, fmt::format("'{}' is not one of {}{}", word, fmt::join(known, ", "), suggestion(word, known)));
}

void report_unknown_fields(RawTable const &table, TableSpec const &spec, Problems &problems)
{
    std::vector<std::string> known;
    for (auto const &field : spec.fields) {
        known.emplace_back(field.name);
    }
    for (auto const &column : table.fields) {
        bool const is_known = std::ranges::any_of(spec.fields, [&](FieldSpec const &field) {
            if (column == field.name) {
                return true;
            }
            bool const language = column.size() == field.name.size() + 3 || column.size() == field.name.size() + 4;
            return field.type == FieldType::local_text && language && column.starts_with(field.name) &&
                   column[field.name.size()] == '_';
        });
        if (!is_known) {
            auto const near = nearest(column, known);
            problems.push_back({Severity::warning, table.file, "", column,
                                fmt::format("is no field of this file and is not read{}",
                                            near.empty() ? "" : fmt::format("; the nearest is '{}'", near))});
        }
    }
}

} // namespace geo
