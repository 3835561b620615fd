#pragma once

#include "geo/foreign/source.hpp"

#include <string>
#include <vector>

namespace geo {

/// Names, notes and ids of the features of one foreign layer.
class FeatureTexts
{
public:
    FeatureTexts(ForeignLayer const &layer, std::string file);

    /// "tracks.gpx/7": the file and the feature's own id, or its number in the file.
    [[nodiscard]] std::string id_of(ForeignFeature const &feature);
    /// An event with a span, by the word that our own exports give it; a span alone makes a place.
    [[nodiscard]] bool is_event(ForeignFeature const &feature) const;
    /// By the fields that are named like a name; where there is none, the layer and a number.
    [[nodiscard]] LocalText name_of(ForeignFeature const &feature) const;
    /// The description and all attributes.
    [[nodiscard]] LocalText note_of(ForeignFeature const &feature) const;
    [[nodiscard]] LocalText attributes_of(ForeignFeature const &feature) const;

private:
    ForeignLayer const &m_layer;
    std::string m_file;
    std::size_t m_number = 0;
    std::optional<std::size_t> m_id;
    std::optional<std::size_t> m_kind;
    std::vector<std::pair<std::string, std::size_t>> m_names; ///< language and column, the preferred first
};

} // namespace geo
