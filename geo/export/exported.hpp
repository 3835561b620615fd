#pragma once

#include "geo/foreign/source.hpp"
#include "geo/model/atlas.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

enum class ExportFormat : std::uint8_t { gpkg, geojson, kml, gpx, csv, czml };

/// The format of a word ("kml") or of a file's ending (".kml", ".json" too).
[[nodiscard]] std::optional<ExportFormat> export_format(std::string_view word);

/// What is to be exported of an atlas: all, or a view of it.
struct ExportChoice
{
    std::optional<Box> extent;    ///< whatever reaches into it, whole; empty: everywhere
    std::optional<Span> time;     ///< whatever exists in it; tracks are cut to it; empty: all
    std::set<std::string> hidden; ///< layers of the map, or guests, that are left out
    std::string language;         ///< of names and texts; names of the other languages stand beside
};

enum class ExportKind : std::uint8_t { place, event, line, region, unit };
/// "place", "event" …: what a feature says it is under kind_field, by which we know our own again.
[[nodiscard]] std::string_view name_of(ExportKind value);
inline constexpr char const *kind_field = "marshrut";

struct ExportValue
{
    std::string name;
    std::string text;
    bool number = false;
};

/// One feature on its way into a file of another format.
struct Exported
{
    ExportKind kind = ExportKind::place;
    std::string id;
    std::string name;
    std::string text;                ///< to be read: summary, note, itinerary
    std::vector<ExportValue> values; ///< the same names in the same order for all features of an export
    Geometry geometry;
    std::vector<LonLat> points;    ///< of an event at several places, or none
    std::vector<TrackPiece> track; ///< of a unit; linear between the points
    Span span;                     ///< half-open, as everywhere
    std::string colour;            ///< "#RRGGBB"
};

/// What a file says of itself as a whole.
struct ExportTitle
{
    std::string title;
    std::string summary; ///< with the clock in words
    std::string credit;  ///< attribution and licence
    Span span;           ///< of what is exported, always bounded
};

} // namespace geo
