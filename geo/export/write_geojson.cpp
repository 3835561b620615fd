#include "geo/export/text_file.hpp"
#include "geo/export/writer.hpp"

#include <nlohmann/json.hpp>

namespace geo {
namespace {

using Json = nlohmann::ordered_json;

Json position(LonLat at)
{
    return {rounded_degrees(at.lon), rounded_degrees(at.lat)};
}

Json positions(LineString const &line)
{
    auto list = Json::array();
    for (auto const at : line) {
        list.push_back(position(at));
    }
    return list;
}

Json rings(Polygon const &polygon)
{
    auto list = Json::array();
    for (auto const &ring : polygon) {
        list.push_back(positions(ring));
    }
    return list;
}

Json shape(char const *one, char const *many, Json &&parts)
{
    bool const single = parts.size() == 1;
    auto first = single ? std::move(parts[0]) : Json{};
    return {{"type", single ? one : many}, {"coordinates", single ? std::move(first) : std::move(parts)}};
}

/// One feature a line, with `when` as Linked Places has it and the times of a track under `coordTimes`.
class GeoJsonWriter final : public ExportWriter
{
public:
    GeoJsonWriter(std::filesystem::path const &file, ExportTitle const &title) : m_out{file}
    {
        Json const head{{"type", "FeatureCollection"},
                        {"name", title.title},
                        {"description", title.summary},
                        {"attribution", title.credit}};
        auto text = dumped(head);
        text.pop_back(); // the features follow within the object
        m_out << text << ",\"features\":[";
    }

    void feature(Exported const &feature) override
    {
        Json properties{{"name", feature.name}};
        for (auto const &value : feature.values) {
            if (!value.text.empty()) {
                properties[value.name] = value.number ? Json(std::stod(value.text)) : Json(value.text);
            }
        }
        if (!feature.text.empty()) {
            properties["description"] = feature.text;
        }
        Json json{{"type", "Feature"}, {"id", feature.id}, {"geometry", geometry(feature, properties)}};
        if (auto when = when_of(feature.span); !when.empty()) {
            json["when"] = std::move(when);
        }
        json["properties"] = std::move(properties);
        m_out << (m_any ? ",\n" : "\n") << dumped(json);
        m_any = true;
    }

    void finish() override
    {
        m_out << "\n]}\n";
        m_out.finish();
    }

private:
    static std::string dumped(Json const &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

    static Json when_of(Span const &span)
    {
        Json one = Json::object();
        if (span.begin != distant_past) {
            one["start"] = {{"in", to_iso(span.begin)}};
        }
        if (span.end != distant_future) {
            one["end"] = {{"in", to_iso(last_second(span))}};
        } else if (!one.empty()) {
            one["end"] = nullptr; // Linked Places: without an end it would be a moment
        }
        return one.empty() ? Json{} : Json{{"timespans", Json::array({std::move(one)})}};
    }

    static Json track(std::vector<TrackPiece> const &track, Json &properties)
    {
        auto lines = Json::array();
        auto times = Json::array();
        for (auto const &piece : track) {
            auto line = positions(piece.points);
            auto seconds = Json::array();
            for (auto const time : piece.seconds) {
                seconds.push_back(iso_of(time));
            }
            if (line.size() == 1) { // a line has two points
                line.push_back(line[0]);
                seconds.push_back(iso_of(piece.seconds[0] + 0.5));
            }
            lines.push_back(std::move(line));
            times.push_back(std::move(seconds));
        }
        properties["coordTimes"] = times.size() == 1 ? Json(times[0]) : std::move(times);
        return shape("LineString", "MultiLineString", std::move(lines));
    }

    static Json geometry(Exported const &feature, Json &properties)
    {
        if (!feature.track.empty()) {
            return track(feature.track, properties);
        }
        if (!feature.points.empty()) {
            return {{"type", "MultiPoint"}, {"coordinates", positions(feature.points)}};
        }
        if (auto const *at = std::get_if<LonLat>(&feature.geometry)) {
            return {{"type", "Point"}, {"coordinates", position(*at)}};
        }
        auto parts = Json::array();
        if (auto const *lines = std::get_if<MultiLine>(&feature.geometry)) {
            for (auto const &line : *lines) {
                parts.push_back(positions(line));
            }
            return shape("LineString", "MultiLineString", std::move(parts));
        }
        if (auto const *areas = std::get_if<MultiPolygon>(&feature.geometry)) {
            for (auto const &area : *areas) {
                parts.push_back(rings(area));
            }
            return shape("Polygon", "MultiPolygon", std::move(parts));
        }
        return nullptr;
    }

    TextFile m_out;
    bool m_any = false;
};

} // namespace

std::unique_ptr<ExportWriter> write_geojson(std::filesystem::path const &file, ExportTitle const &title)
{
    return std::make_unique<GeoJsonWriter>(file, title);
}

} // namespace geo
