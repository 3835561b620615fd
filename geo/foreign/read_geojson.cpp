#include "geo/foreign/json_shapes.hpp"
#include "geo/foreign/readers.hpp"
#include "geo/io/data_error.hpp"
#include "geo/io/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace geo {
namespace {

/// Properties that hold the times of a line's points, in the order of preference.
constexpr std::array point_times{"coordTimes", "times", "linestringTimestamps", "datetimes", "timestamps"};

/// Reads features; lives for one file.
class FeatureReader
{
public:
    FeatureReader(std::filesystem::path const &file, FeatureSink &sink) : m_file{file}, m_sink{sink} {}

    void set_crs(Json const &crs)
    {
        auto const properties = crs.is_object() ? crs.find("properties") : crs.end();
        auto const name = crs.is_object() && properties != crs.end() ? text_in(*properties, "name") : std::string{};
        if (name.empty()) {
            return;
        }
        try {
            m_to = ToWgs84::from_name(name);
        } catch (std::runtime_error const &failure) {
            throw DataError{m_file, failure.what()};
        }
        if (m_to.needed() && m_any) {
            throw DataError{m_file, "names its coordinate system after its features; convert it to WGS 84 (ogr2ogr "
                                    "-t_srs EPSG:4326)"};
        }
    }

    void read(Json const &json)
    {
        m_any = true;
        if (!json.is_object()) {
            m_sink.drop("features that are no objects");
            return;
        }
        ForeignFeature feature;
        read_properties(json, feature);
        read_members(json, feature);
        if (auto const moving = json.find("temporalGeometry"); moving != json.end()) {
            read_temporal_geometry(*moving, feature, m_to, m_sink);
            m_sink.drop("values along tracks (temporalProperties)",
                        static_cast<long>(array_in(json, "temporalProperties").size()));
            return;
        }
        auto const geometry = json.find("geometry");
        if (geometry == json.end() || !geometry->is_object()) {
            m_sink.drop("features without geometry");
            return;
        }
        auto const when = json.find("when");
        read_geometry(*geometry, json, feature, when == json.end() ? nullptr : &*when);
    }

    /// A geometry that stands alone in a file.
    void read_bare(Json const &geometry) { read_geometry(geometry, Json::object(), {}, nullptr); }

private:
    void read_properties(Json const &json, ForeignFeature &feature)
    {
        auto const properties = json.find("properties");
        if (properties == json.end() || !properties->is_object()) {
            return;
        }
        for (auto const &[key, value] : properties->items()) {
            bool const of_points = std::ranges::find(point_times, key) != point_times.end();
            if (!(of_points && value.is_array()) && key != "coordinateProperties") {
                set_value(m_sink, feature, key, value_text(value));
            }
        }
    }

    /// Members beside the properties: GeoJSON's id, and what Linked Places says there.
    void read_members(Json const &json, ForeignFeature &feature)
    {
        feature.id = text_in(json, json.contains("id") ? "id" : "@id");
        for (auto const &name : array_in(json, "names")) {
            if (auto const word = text_in(name, "toponym"); feature.name.empty()) {
                feature.name = word;
            } else if (!word.empty()) {
                feature.text += (feature.text.empty() ? "" : "; ") + word;
            }
        }
        for (auto const &text : array_in(json, "descriptions")) {
            feature.text += (feature.text.empty() ? "" : "\n") + text_in(text, "value");
        }
        std::string types;
        for (auto const &type : array_in(json, "types")) {
            types += (types.empty() ? "" : "; ") + text_in(type, "label");
        }
        set_value(m_sink, feature, "types", std::move(types));
    }

    void read_geometry(Json const &geometry, Json const &json, ForeignFeature const &pattern, Json const *when)
    {
        if (auto const own = geometry.find("when"); own != geometry.end()) {
            when = &*own;
        }
        auto const type = text_in(geometry, "type");
        if (type == "GeometryCollection") {
            for (auto const &part : array_in(geometry, "geometries")) {
                read_geometry(part, json, pattern, when);
            }
            return;
        }
        auto feature = pattern;
        if (!set_shape(type, array_in(geometry, "coordinates"), json, feature)) {
            return;
        }
        deliver(std::move(feature), when);
    }

    bool set_shape(std::string const &type, Json const &coordinates, Json const &json, ForeignFeature &feature)
    {
        if (coordinates.empty()) {
            m_sink.drop("features with an empty geometry");
            return false;
        }
        if (type == "Point") {
            auto const at = position_in(coordinates, m_to, m_sink);
            feature.geometry = at ? Geometry{*at} : Geometry{};
            return at.has_value();
        }
        if (type == "MultiPoint") {
            feature.points = line_in(coordinates, m_to, m_sink);
        } else if (type == "LineString") {
            add_line(coordinates, times_of(json, std::nullopt), feature);
        } else if (type == "MultiLineString") {
            for (std::size_t i = 0; i < coordinates.size(); ++i) {
                add_line(coordinates[i], times_of(json, i), feature);
            }
        } else if (type == "Polygon") {
            feature.geometry = MultiPolygon{polygon_in(coordinates, m_to, m_sink)};
        } else if (type == "MultiPolygon") {
            MultiPolygon areas;
            for (auto const &area : coordinates) {
                areas.push_back(polygon_in(area, m_to, m_sink));
            }
            feature.geometry = std::move(areas);
        } else {
            m_sink.drop_such("geometries of no known type", type);
            return false;
        }
        return true;
    }

    /// The times of the points of a line (of one of several), or an empty array.
    static Json const &times_of(Json const &json, std::optional<std::size_t> part)
    {
        static Json const none = Json::array();
        auto const properties = json.find("properties");
        if (properties == json.end() || !properties->is_object()) {
            return none;
        }
        Json const *times = &none;
        if (auto const nested = properties->find("coordinateProperties"); nested != properties->end()) {
            times = &array_in(*nested, "times");
        }
        for (char const *const key : point_times) {
            if (times->empty()) {
                times = &array_in(*properties, key);
            }
        }
        if (times->empty() || !times->front().is_array()) {
            return part.value_or(0) == 0 ? *times : none;
        }
        auto const i = part.value_or(0);
        return i < times->size() && (*times)[i].is_array() ? (*times)[i] : none;
    }

    void add_line(Json const &positions, Json const &times, ForeignFeature &feature)
    {
        if (positions.empty() || add_timed_line(positions, times, m_to, feature, m_sink)) {
            return;
        }
        if (!times.empty()) {
            m_sink.drop("lists of times that are not as long as their line (shown without time)");
        } else if (positions[0].is_array() && positions[0].size() > 3) {
            m_sink.drop("fourth coordinates that are no rising times (shown without time)");
        }
        auto line = line_in(positions, m_to, m_sink);
        if (line.size() > 1) {
            if (!std::holds_alternative<MultiLine>(feature.geometry)) {
                feature.geometry = MultiLine{};
            }
            std::get<MultiLine>(feature.geometry).push_back(std::move(line));
        }
    }

    /// Once for each span of its `when`.
    void deliver(ForeignFeature feature, Json const *json)
    {
        auto const when = json == nullptr ? When{} : read_when(*json, m_sink);
        set_value(m_sink, feature, "when", when.label);
        for (std::size_t i = 0; i + 1 < when.spans.size(); ++i) {
            auto copy = feature;
            set_span(copy, when.spans[i]);
            m_sink.feature(std::move(copy));
        }
        if (!when.spans.empty()) {
            set_span(feature, when.spans.back());
        }
        bool const bare = feature.geometry.index() == 0 && feature.points.empty() && feature.track.empty();
        if (bare) {
            m_sink.drop("features whose geometry has too few points");
        } else {
            m_sink.feature(std::move(feature));
        }
    }

    static void set_span(ForeignFeature &feature, ForeignPeriod const &span)
    {
        feature.begin = span.begin;
        feature.end = span.end;
    }

    std::filesystem::path const &m_file;
    FeatureSink &m_sink;
    ToWgs84 m_to;
    bool m_any = false;
};

void require_shallow(std::filesystem::path const &file, int depth)
{
    if (static_cast<std::size_t>(depth) > limits::json_depth) {
        throw DataError{file, fmt::format("arrays and objects lie more than {} deep", limits::json_depth)};
    }
}

void read_document(std::filesystem::path const &file, std::ifstream &in, FeatureReader &reader, FeatureSink &sink)
{
    std::string key; // of the outermost object
    double const size = static_cast<double>(std::max<std::uintmax_t>(std::filesystem::file_size(file), 1));
    long count = 0;
    auto const each = [&](int depth, Json::parse_event_t event, Json &parsed) {
        require_shallow(file, depth);
        if (event == Json::parse_event_t::key && depth == 1) {
            key = parsed.get<std::string>();
        } else if (event == Json::parse_event_t::object_end && depth == 1 && key == "crs") {
            reader.set_crs(parsed);
        } else if (event == Json::parse_event_t::object_end && depth == 2 && key == "features") {
            reader.read(parsed);
            if (++count % 256 == 0) {
                sink.progress(std::max(0.0, static_cast<double>(in.tellg())) / size);
            }
            return false; // done with it: the whole is never in memory
        }
        return true;
    };
    auto const rest = Json::parse(in, each);
    auto const type = text_in(rest, "type");
    if (type == "Feature") {
        reader.read(rest);
    } else if (rest.is_object() && (rest.contains("coordinates") || rest.contains("geometries"))) {
        reader.read_bare(rest);
    } else if (type != "FeatureCollection" && count == 0) {
        throw DataError{file, "is JSON, but no GeoJSON: its outermost object has no features"};
    }
}

void read_lines(std::filesystem::path const &file, std::ifstream &in, FeatureReader &reader, FeatureSink &sink)
{
    long count = 0;
    auto const shallow = [&](int depth, Json::parse_event_t, Json &) {
        require_shallow(file, depth);
        return true;
    };
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('\x1e')) { // RFC 8142
            line.erase(0, 1);
        }
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        auto const json = Json::parse(line, shallow, false);
        if (json.is_discarded()) {
            sink.drop("lines that are no JSON");
        } else {
            reader.read(json);
        }
        if (++count % 256 == 0) {
            sink.progress(0.5);
        }
    }
}

bool one_feature_a_line(std::filesystem::path const &file)
{
    constexpr std::array endings{".geojsonl", ".geojsons", ".ndjson", ".jsonl", ".ndgeojson"};
    return std::ranges::find(endings, file.extension().string()) != endings.end();
}

} // namespace

void read_geojson(std::filesystem::path const &file, FeatureSink &sink)
{
    std::error_code unknown;
    if (std::filesystem::file_size(file, unknown) > limits::text_file_bytes && !unknown) {
        throw DataError{file, fmt::format("is larger than {} MB; split it, or make a GeoPackage of it",
                                          limits::text_file_bytes >> 20U)};
    }
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        throw DataError{file, "cannot be read"};
    }
    FeatureReader reader{file, sink};
    try {
        if (one_feature_a_line(file)) {
            read_lines(file, in, reader, sink);
        } else {
            read_document(file, in, reader, sink);
        }
    } catch (Json::exception const &failure) {
        std::string const reason = failure.what();
        throw DataError{file, "is no sound JSON: " + reason.substr(reason.find("] ") + 2)};
    }
}

} // namespace geo
