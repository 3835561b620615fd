#include "geo/foreign/feature_texts.hpp"

#include "geo/export/exported.hpp"
#include "geo/foreign/columns.hpp"
#include "geo/io/limits.hpp"
#include "geo/io/text_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace geo {
FeatureTexts::FeatureTexts(ForeignLayer const &layer, std::string file)
: m_layer{layer}, m_file{std::move(file)}, m_id{field_named(layer, "id")}, m_kind{field_named(layer, kind_field)}
{
    for (char const *const language : {"en", "az", "ru"}) {
        if (auto const column = field_named(layer, fmt::format("name_{}", language))) {
            m_names.emplace_back(language, *column);
        }
    }
    for (char const *const name : {"name", "title", "label", "toponym", "country_name", "nom", "naam", "trackname"}) {
        if (auto const column = field_named(layer, name)) {
            m_names.emplace_back("", *column);
            break;
        }
    }
}

std::string FeatureTexts::id_of(ForeignFeature const &feature)
{
    ++m_number;
    auto id = feature.id;
    if (id.empty() && m_id) {
        id = value_at(feature, *m_id);
    }
    return sound_text(fmt::format("{}/{}", m_file, id.empty() || id.size() > 80 ? std::to_string(m_number) : id));
}

bool FeatureTexts::is_event(ForeignFeature const &feature) const
{
    return m_kind && value_at(feature, *m_kind) == geo::name_of(ExportKind::event);
}

LocalText FeatureTexts::name_of(ForeignFeature const &feature) const
{
    LocalText name;
    if (!feature.name.empty()) {
        name.set("", sound_text(feature.name));
    }
    for (auto const &[language, column] : m_names) {
        auto const &value = value_at(feature, column);
        if (!value.empty() && !name.has(language)) {
            name.set(language, sound_text(value));
        }
    }
    if (name.empty()) {
        name.set("", fmt::format("{} {}", m_layer.name, m_number));
    }
    return name;
}

LocalText FeatureTexts::attributes_of(ForeignFeature const &feature) const
{
    std::string text;
    for (std::size_t i = 0; i < std::min(feature.values.size(), m_layer.fields.size()); ++i) {
        if (feature.values[i].empty()) {
            continue;
        }
        if (text.size() > limits::note_bytes) {
            text += "\n…";
            break;
        }
        text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", m_layer.fields[i],
                            begin_of(feature.values[i], limits::note_bytes));
    }
    LocalText note;
    if (!text.empty()) {
        note.set("", sound_text(text));
    }
    return note;
}

LocalText FeatureTexts::note_of(ForeignFeature const &feature) const
{
    auto const attributes = attributes_of(feature).in("");
    LocalText note;
    auto const text = sound_text(feature.text) + (feature.text.empty() || attributes.empty() ? "" : "\n") + attributes;
    if (!text.empty()) {
        note.set("", text);
    }
    return note;
}

} // namespace geo
