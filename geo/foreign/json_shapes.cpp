#include "geo/foreign/json_shapes.hpp"

#include "geo/foreign/piece_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// From this size on a number of time is counted in milliseconds: as seconds it would lie beyond the year 5138.
constexpr double milliseconds_from = 1e11;

std::optional<ForeignDate> date_of_number(double seconds)
{
    return in_calendar(seconds) ? std::optional{date_of_seconds(seconds)} : std::nullopt;
}

Interpolation interpolation_in(Json const &json)
{
    auto word = text_in(json, "interpolation");
    if (auto const &words = array_in(json, "interpolations"); word.empty() && !words.empty() && words[0].is_string()) {
        word = words[0].get<std::string>();
    }
    if (auto const &words = array_in(json, "interpolation"); word.empty() && !words.empty() && words[0].is_string()) {
        word = words[0].get<std::string>();
    }
    return word == "Step" || word == "Stepwise" ? Interpolation::step
           : word == "Discrete"                 ? Interpolation::discrete
                                                : Interpolation::linear;
}

void moving_point(Json const &json, ForeignFeature feature, ToWgs84 const &to, FeatureSink &sink)
{
    auto const &positions = array_in(json, "coordinates");
    if (!add_timed_line(positions, array_in(json, "datetimes"), to, feature, sink)) {
        sink.drop("moving points whose datetimes do not fit their coordinates");
        return;
    }
    auto const kind = interpolation_in(json);
    for (auto &piece : feature.track) {
        piece.interpolation = kind;
    }
    if (auto const word = text_in(json, "interpolation"); word == "Quadratic" || word == "Cubic") {
        sink.drop(fmt::format("{} interpolation of tracks (shown straight between the points)", word));
    }
    sink.feature(std::move(feature));
}

/// Shapes that change: each is shown until the next.
void moving_shape(Json const &json, bool areas, ForeignFeature const &pattern, ToWgs84 const &to, FeatureSink &sink)
{
    auto const &shapes = array_in(json, "coordinates");
    auto const &times = array_in(json, "datetimes");
    if (shapes.size() != times.size()) {
        sink.drop("moving shapes whose datetimes do not fit their coordinates");
        return;
    }
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        auto feature = pattern;
        feature.geometry = areas ? Geometry{MultiPolygon{polygon_in(shapes[i], to, sink)}}
                                 : Geometry{MultiLine{line_in(shapes[i], to, sink)}};
        if (auto const *const lines = std::get_if<MultiLine>(&feature.geometry);
            lines != nullptr && lines->front().size() < 2) {
            sink.drop("moving lines with too few points");
            continue;
        }
        feature.begin = date_in(times[i]);
        feature.end = i + 1 < times.size() ? date_in(times[i + 1]) : feature.begin;
        if (!feature.begin || !feature.end) {
            sink.drop("moving shapes with a datetime that is none");
        } else {
            if (i + 1 < times.size()) { // until the next one begins
                feature.end = date_of_seconds(feature.end->seconds() - 1);
                feature.end->zone_s = feature.begin->zone_s;
            }
            sink.feature(std::move(feature));
        }
    }
    if (interpolation_in(json) == Interpolation::linear && shapes.size() > 1) {
        sink.drop("shapes between those that are given (each is shown until the next)");
    }
}

} // namespace

Json const &array_in(Json const &json, char const *key)
{
    static Json const none = Json::array();
    if (!json.is_object()) {
        return none;
    }
    auto const found = json.find(key);
    return found != json.end() && found->is_array() ? *found : none;
}

std::string text_in(Json const &json, char const *key)
{
    if (!json.is_object()) {
        return {};
    }
    auto const found = json.find(key);
    return found == json.end() || found->is_null() || found->is_structured() ? std::string{} : value_text(*found);
}

std::string value_text(Json const &json)
{
    if (json.is_null()) {
        return {};
    }
    if (json.is_string()) {
        return json.get<std::string>();
    }
    bool const plain_list =
        json.is_array() && std::ranges::none_of(json, [](Json const &item) { return item.is_structured(); });
    if (!plain_list) {
        return json.dump();
    }
    std::string joined;
    for (auto const &item : json) {
        joined += (joined.empty() ? "" : ";") + value_text(item);
    }
    return joined;
}

std::optional<ForeignDate> date_in(Json const &json)
{
    if (json.is_string()) {
        return read_foreign_date(json.get_ref<std::string const &>());
    }
    if (!json.is_number()) {
        return std::nullopt;
    }
    double const value = json.get<double>();
    return date_of_number(std::abs(value) >= milliseconds_from ? value / 1000 : value);
}

std::optional<LonLat> position_in(Json const &json, ToWgs84 const &to, FeatureSink &sink)
{
    if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) {
        sink.drop("coordinates that are no numbers");
        return std::nullopt;
    }
    LonLat at{json[0].get<double>(), json[1].get<double>()};
    to.apply(at);
    if (!is_lonlat(at)) {
        sink.drop("coordinates that are no longitude and latitude in degrees");
        return std::nullopt;
    }
    return at;
}

LineString line_in(Json const &json, ToWgs84 const &to, FeatureSink &sink)
{
    LineString line;
    line.reserve(json.size());
    for (auto const &item : json) {
        if (auto const at = position_in(item, to, sink)) {
            line.push_back(*at);
        }
    }
    return line;
}

Polygon polygon_in(Json const &json, ToWgs84 const &to, FeatureSink &sink)
{
    Polygon polygon;
    for (auto const &ring : json) {
        polygon.push_back(line_in(ring, to, sink));
    }
    return polygon;
}

bool has_fourth_times(Json const &positions)
{
    std::optional<double> last;
    bool rises = false;
    for (auto const &position : positions) {
        if (!position.is_array() || position.size() < 4) {
            return false;
        }
        auto const when = date_in(position[3]);
        if (!when || (last && when->seconds() < *last)) {
            return false;
        }
        rises = rises || (last && when->seconds() > *last);
        last = when->seconds();
    }
    return rises;
}

bool add_timed_line(Json const &positions, Json const &times, ToWgs84 const &to, ForeignFeature &feature,
                    FeatureSink &sink)
{
    bool const own = times.empty();
    if (own ? !has_fourth_times(positions) : times.size() != positions.size()) {
        return false;
    }
    // Milliseconds or seconds is decided for the whole line, by its last time: a track may begin near 1970.
    auto const &last = own ? positions.back()[3] : times.back();
    bool const milliseconds = last.is_number() && std::abs(last.get<double>()) >= milliseconds_from;
    PieceBuilder piece;
    piece.reserve(positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        auto const &time = own ? positions[i][3] : times[i];
        auto const when = milliseconds && time.is_number() ? date_of_number(time.get<double>() / 1000) : date_in(time);
        if (auto const at = position_in(positions[i], to, sink)) {
            piece.add(*at, when);
        }
    }
    piece.finish(feature, sink);
    return true;
}

void read_temporal_geometry(Json const &json, ForeignFeature const &pattern, ToWgs84 const &to, FeatureSink &sink)
{
    auto const type = text_in(json, "type");
    if (type == "MovingPoint") {
        moving_point(json, pattern, to, sink);
    } else if (type == "MovingLineString" || type == "MovingPolygon") {
        moving_shape(json, type == "MovingPolygon", pattern, to, sink);
    } else if (type == "MovingGeometryCollection") {
        for (char const *const key : {"prisms", "members", "geometries"}) {
            for (auto const &part : array_in(json, key)) {
                read_temporal_geometry(part, pattern, to, sink);
            }
        }
    } else {
        sink.drop_such("moving geometries of no known type", type);
    }
}

When read_when(Json const &json, FeatureSink &sink)
{
    When when;
    if (json.is_string()) {
        if (auto const period = read_foreign_period(json.get_ref<std::string const &>())) {
            when.spans.push_back(*period);
        }
        return when;
    }
    auto const side = [](Json const &span, char const *key, bool begin) -> std::optional<ForeignDate> {
        auto const found = span.find(key);
        if (found == span.end() || !found->is_object()) {
            return found == span.end() ? std::nullopt : date_in(*found);
        }
        for (char const *const bound : {"in", begin ? "earliest" : "latest", begin ? "latest" : "earliest"}) {
            if (auto const value = found->find(bound); value != found->end()) {
                return date_in(*value);
            }
        }
        return std::nullopt;
    };
    auto const add = [&](Json const &span) {
        if (!span.is_object()) {
            return;
        }
        ForeignPeriod period{side(span, "start", true), side(span, "end", false), true};
        if (period.begin && !period.end && !span.contains("end")) { // Linked Places: the span is that of its start
            period.end = period.begin;
            if (auto const start = span.find("start"); start->is_object() && start->contains("latest")) {
                period.end = date_in((*start)["latest"]);
            }
        }
        if (period.begin || period.end) {
            when.spans.push_back(period);
        } else {
            sink.drop("spans of a 'when' whose dates could not be read");
        }
    };
    for (auto const &span : array_in(json, "timespans")) {
        add(span);
    }
    if (json.is_object() && (json.contains("start") || json.contains("end"))) {
        add(json);
    }
    std::string periods;
    for (auto const &period : array_in(json, "periods")) {
        periods += (periods.empty() ? "" : ", ") + text_in(period, "name");
    }
    if (when.spans.empty() && !periods.empty()) {
        sink.drop("times given only by the name of a period");
    }
    for (auto const &word : {text_in(json, "label"), periods, text_in(json, "certainty")}) {
        when.label += word.empty() ? "" : (when.label.empty() ? "" : "; ") + word;
    }
    return when;
}

} // namespace geo
