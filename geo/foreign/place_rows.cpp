#include "geo/foreign/columns.hpp"
#include "geo/foreign/piece_builder.hpp"
#include "geo/foreign/readers.hpp"
#include "geo/io/gdal.hpp"
#include "geo/io/text_line.hpp"

#include <fmt/format.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace geo {
namespace {

constexpr std::array lon_names{
    "lon",  "longitude", "lng",          "long",         "x",     "xcoord", "decimallongitude",
    "lonx", "loc_lon",   "locationlong", "gpslongitude", "laenge"};
constexpr std::array lat_names{"lat",  "latitude", "y",           "ycoord",      "decimallatitude",
                               "laty", "loc_lat",  "locationlat", "gpslatitude", "breite"};
constexpr std::array wkt_names{"wkt", "geom", "geometry", "thegeom", "wktgeom", "shape"};
/// Columns that name the thing whose moments the rows are.
constexpr std::array track_names{"trackid",      "track",      "tripid", "trip",
                                 "trajectoryid", "trajectory", "mmsi",   "vehicleid",
                                 "vehicle",      "unitid",     "unit",   "individuallocalidentifier",
                                 "animalid",     "tagid",      "userid", "deviceid",
                                 "objectid",     "shipid",     "ship",   "flightid",
                                 "callsign",     "routeid",    "id"};

template <std::size_t Count>
std::optional<std::size_t> first_of(ForeignLayer const &layer, std::array<char const *, Count> const &names)
{
    for (std::string_view const name : names) {
        if (auto const column = field_named(layer, name)) {
            return column;
        }
    }
    return std::nullopt;
}

bool looks_like_wkt(ForeignLayer const &layer, std::size_t column)
{
    for (auto const &feature : layer.features) {
        if (auto const &value = value_at(feature, column); !value.empty()) {
            return value.find('(') != std::string::npos && std::isalpha(static_cast<unsigned char>(value[0])) != 0;
        }
    }
    return false;
}

LineString line_of(OGRSimpleCurve const &curve)
{
    LineString line(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) {
        line[static_cast<std::size_t>(i)] = {curve.getX(i), curve.getY(i)};
    }
    return line;
}

/// Whether every coordinate is one. An envelope would pass over those that are no numbers.
bool all_degrees(ForeignFeature const &feature)
{
    auto const sound = [](LineString const &line) { return std::ranges::all_of(line, &is_lonlat); };
    bool all = sound(feature.points);
    for (auto const &piece : feature.track) {
        all = all && sound(piece.points);
    }
    if (auto const *const at = std::get_if<LonLat>(&feature.geometry)) {
        all = all && is_lonlat(*at);
    } else if (auto const *const lines = std::get_if<MultiLine>(&feature.geometry)) {
        all = all && std::ranges::all_of(*lines, sound);
    } else if (auto const *const areas = std::get_if<MultiPolygon>(&feature.geometry)) {
        all =
            all && std::ranges::all_of(*areas, [&](Polygon const &rings) { return std::ranges::all_of(rings, sound); });
    }
    return all;
}

/// The common shapes of WKT; LINESTRING M whose M rises is a track.
bool take_wkt(std::string const &text, ForeignFeature &feature)
{
    ErrorTrap const errors;
    OGRGeometry *parsed = nullptr;
    auto const error = OGRGeometryFactory::createFromWkt(text.c_str(), nullptr, &parsed);
    std::unique_ptr<OGRGeometry> const geometry{parsed};
    if (error != OGRERR_NONE || !geometry || geometry->IsEmpty()) {
        return false;
    }
    auto const add_line = [&](OGRLineString const &line) {
        bool rises = line.IsMeasured() != 0 && line.getNumPoints() > 1;
        for (int i = 1; rises && i < line.getNumPoints(); ++i) {
            rises = line.getM(i) > line.getM(i - 1);
        }
        rises = rises && in_calendar(line.getM(0)) && in_calendar(line.getM(line.getNumPoints() - 1));
        auto points = line_of(line);
        if (rises) {
            TrackPiece piece{std::move(points), {}, Interpolation::linear, {}};
            for (int i = 0; i < line.getNumPoints(); ++i) {
                piece.seconds.push_back(line.getM(i));
            }
            feature.track.push_back(std::move(piece));
        } else {
            auto *lines = std::get_if<MultiLine>(&feature.geometry);
            (lines != nullptr ? *lines : feature.geometry.emplace<MultiLine>()).push_back(std::move(points));
        }
    };
    auto const polygon_of = [](OGRPolygon const &polygon) {
        Polygon rings;
        for (auto const *ring : polygon) {
            rings.push_back(line_of(*ring));
        }
        return rings;
    };
    switch (wkbFlatten(geometry->getGeometryType())) {
    case wkbPoint:
        feature.geometry = LonLat{geometry->toPoint()->getX(), geometry->toPoint()->getY()};
        break;
    case wkbMultiPoint:
        for (auto const *point : *geometry->toMultiPoint()) {
            feature.points.push_back({point->getX(), point->getY()});
        }
        break;
    case wkbLineString:
        add_line(*geometry->toLineString());
        break;
    case wkbMultiLineString:
        for (auto const *line : *geometry->toMultiLineString()) {
            add_line(*line);
        }
        break;
    case wkbPolygon:
        feature.geometry = MultiPolygon{polygon_of(*geometry->toPolygon())};
        break;
    case wkbMultiPolygon: {
        MultiPolygon areas;
        for (auto const *area : *geometry->toMultiPolygon()) {
            areas.push_back(polygon_of(*area));
        }
        feature.geometry = std::move(areas);
        break;
    }
    default:
        return false;
    }
    return all_degrees(feature);
}

bool bare(ForeignFeature const &feature)
{
    return feature.geometry.index() == 0 && feature.points.empty() && feature.track.empty();
}

} // namespace

std::optional<double> number_in(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t\r\n+");
    if (first == std::string_view::npos) {
        return std::nullopt;
    }
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size()) {
        return std::isfinite(value) ? std::optional{value} : std::nullopt; // from_chars reads "nan" and "inf"
    }
    if (auto const comma = text.find(','); error == std::errc{} && end == text.data() + comma) { // "41,25"
        std::string point{text};
        point[comma] = '.';
        auto const [end_of, again] = std::from_chars(point.data(), point.data() + point.size(), value);
        return again == std::errc{} && end_of == point.data() + point.size() ? std::optional{value} : std::nullopt;
    }
    return std::nullopt;
}

void place_rows(ForeignLayer &layer, std::map<std::string, long> &dropped)
{
    if (!std::ranges::any_of(layer.features, bare)) {
        return;
    }
    auto const lon = first_of(layer, lon_names);
    auto const lat = first_of(layer, lat_names);
    auto wkt = first_of(layer, wkt_names);
    wkt = wkt && looks_like_wkt(layer, *wkt) ? wkt : std::nullopt;
    std::string columns;
    for (auto const &field : layer.fields) {
        columns += (columns.empty() ? "" : ", ") + field;
    }
    std::string const nowhere =
        fmt::format("rows of '{}', which has neither geometry nor columns that are named like lon and lat, or wkt (it "
                    "has: {})",
                    layer.name, begin_of(columns, 200));
    for (auto &feature : layer.features) {
        if (!bare(feature)) {
            continue;
        }
        if (wkt && !value_at(feature, *wkt).empty()) {
            if (!take_wkt(value_at(feature, *wkt), feature)) {
                feature.geometry = {};
                feature.points.clear();
                feature.track.clear();
                ++dropped[fmt::format("rows whose '{}' is no WKT in degrees", layer.fields[*wkt])];
            }
            feature.values[*wkt].clear(); // it is drawn; as text it would only fill the card
        } else if (lon && lat) {
            auto const x = number_in(value_at(feature, *lon));
            auto const y = number_in(value_at(feature, *lat));
            if (x && y && is_lonlat({*x, *y})) {
                feature.geometry = LonLat{*x, *y};
            } else {
                ++dropped[fmt::format("rows whose '{}' and '{}' are no degrees", layer.fields[*lon],
                                      layer.fields[*lat])];
            }
        } else {
            ++dropped[wkt ? fmt::format("rows whose '{}' is empty", layer.fields[*wkt]) : nowhere];
        }
    }
    std::erase_if(layer.features, bare);
}

namespace {

/// The column by whose values most rows belong to a track of several moments.
std::optional<std::size_t> track_column(ForeignLayer const &layer)
{
    for (std::string_view const name : track_names) {
        auto const column = field_named(layer, name);
        if (!column) {
            continue;
        }
        std::map<std::string_view, long> rows;
        for (auto const &feature : layer.features) {
            ++rows[value_at(feature, *column)];
        }
        rows.erase("");
        bool const repeats = !rows.empty() && layer.features.size() >= 2 * rows.size() && layer.features.size() > 2;
        if (repeats) {
            return column;
        }
    }
    return std::nullopt;
}

bool is_moment_here(ForeignFeature const &feature)
{
    return feature.moment && feature.begin && std::holds_alternative<LonLat>(feature.geometry) &&
           feature.begin->date.precision >= Precision::minute;
}

/// A row that begins a new stretch: a column "segment" changes.
std::string segment_of(ForeignLayer const &layer, ForeignFeature const &feature)
{
    auto const column = field_named(layer, "segment");
    return column ? value_at(feature, *column) : std::string{};
}

} // namespace

void join_tracks(ForeignLayer &layer, std::map<std::string, long> &dropped)
{
    if (!std::ranges::all_of(layer.features, is_moment_here) || layer.features.empty()) {
        return;
    }
    auto const column = track_column(layer);
    if (!column) {
        return;
    }
    std::map<std::string, std::vector<std::size_t>> rows;
    for (std::size_t i = 0; i < layer.features.size(); ++i) {
        rows[value_at(layer.features[i], *column)].push_back(i);
    }
    ForeignSource scratch;
    Gatherer sink{scratch, {}, {}};
    std::vector<ForeignFeature> joined;
    for (auto &[name, members] : rows) {
        std::ranges::stable_sort(members, {}, [&](std::size_t i) {
            return layer.features[i].begin->seconds() - layer.features[i].begin->zone_s.value_or(0);
        });
        ForeignFeature track;
        track.id = name;
        track.name = name;
        track.values = layer.features[members.front()].values;
        PieceBuilder piece;
        std::string segment = segment_of(layer, layer.features[members.front()]);
        for (auto const i : members) {
            auto const &row = layer.features[i];
            if (auto const now = segment_of(layer, row); now != segment) {
                piece.finish(track, sink);
                segment = now;
            }
            piece.add(std::get<LonLat>(row.geometry), row.begin);
        }
        piece.finish(track, sink);
        joined.push_back(std::move(track));
    }
    for (auto const &[reason, count] : scratch.dropped) {
        dropped[reason] += count;
    }
    layer.features = std::move(joined);
}

} // namespace geo
