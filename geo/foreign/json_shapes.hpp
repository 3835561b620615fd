#pragma once

#include "geo/foreign/reproject.hpp"
#include "geo/foreign/sink.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace geo {

// What GeoJSON in its many ways and MF-JSON have in common. Include this only from .cpp files of geo/foreign.

using Json = nlohmann::json;

/// [lon, lat, …] in degrees of WGS 84; nothing (and a word to the sink) if it is none.
[[nodiscard]] std::optional<LonLat> position_in(Json const &json, ToWgs84 const &to, FeatureSink &sink);
[[nodiscard]] LineString line_in(Json const &json, ToWgs84 const &to, FeatureSink &sink);
[[nodiscard]] Polygon polygon_in(Json const &json, ToWgs84 const &to, FeatureSink &sink);

/// The array of a member, or an empty one.
[[nodiscard]] Json const &array_in(Json const &json, char const *key);
[[nodiscard]] std::string text_in(Json const &json, char const *key);
/// A scalar as text; an array of scalars joined by ";"; anything else as JSON.
[[nodiscard]] std::string value_text(Json const &json);

/// A date as text or as a number: seconds since 1970, or milliseconds from 1e11 on.
[[nodiscard]] std::optional<ForeignDate> date_in(Json const &json);

/**
 * The track of a line: its positions with one time each (an array as long), or the fourth number of each position.
 * Adds pieces to the feature. \return false if there is no such time, so that the line is a plain one
 */
bool add_timed_line(Json const &positions, Json const &times, ToWgs84 const &to, ForeignFeature &feature,
                    FeatureSink &sink);
/// True if each position has a fourth number and they do not fall.
[[nodiscard]] bool has_fourth_times(Json const &positions);

/// MF-JSON: temporalGeometry into features like `pattern`, which the sink gets.
void read_temporal_geometry(Json const &json, ForeignFeature const &pattern, ToWgs84 const &to, FeatureSink &sink);

/// Linked Places: the spans of a `when`, each with begin and end. Empty if it says none that can be used.
struct When
{
    std::vector<ForeignPeriod> spans;
    std::string label; ///< certainty, label, names of periods: to be read
};
[[nodiscard]] When read_when(Json const &json, FeatureSink &sink);

} // namespace geo
