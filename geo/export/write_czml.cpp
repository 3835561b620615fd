#include "geo/export/text_file.hpp"
#include "geo/export/writer.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>

namespace geo {
namespace {

using Json = nlohmann::ordered_json;

Json rgba(std::string const &colour, int alpha)
{
    auto part = Json::array();
    for (std::size_t i = 1; i + 1 < colour.size(); i += 2) {
        int value = 0;
        std::from_chars(colour.data() + i, colour.data() + i + 2, value, 16);
        part.push_back(value);
    }
    part.push_back(alpha);
    return part.size() == 4 ? Json{{"rgba", std::move(part)}} : Json{{"rgba", {74, 74, 74, alpha}}};
}

Json numbers(LineString const &line)
{
    auto list = Json::array();
    for (auto const at : line) {
        list.insert(list.end(), {rounded_degrees(at.lon), rounded_degrees(at.lat), 0});
    }
    return list;
}

/**
 * One packet a feature, or one for each part of it. CZML counts in UTC; the hours are those of the atlas's clock, as
 * the document says. It knows no open ends: they end with what is exported.
 */
class CzmlWriter final : public ExportWriter
{
public:
    CzmlWriter(std::filesystem::path const &file, ExportTitle const &title) : m_out{file}, m_all{title.span}
    {
        Json const document{{"id", "document"},
                            {"name", title.title},
                            {"version", "1.0"},
                            {"description", title.summary + (title.credit.empty() ? "" : "\n" + title.credit)},
                            {"clock",
                             {{"interval", interval(title.span)},
                              {"currentTime", to_iso(title.span.begin) + "Z"},
                              {"multiplier", 3600}}}};
        m_out << "[\n" << dumped(document);
    }

    void feature(Exported const &feature) override
    {
        m_part = 0;
        if (!feature.track.empty()) {
            moving(feature);
        } else if (auto const *at = std::get_if<LonLat>(&feature.geometry)) {
            point(feature, *at);
        } else if (auto const *lines = std::get_if<MultiLine>(&feature.geometry)) {
            for (auto const &line : *lines) {
                auto packet = begin(feature);
                packet["polyline"] = {{"positions", {{"cartographicDegrees", numbers(line)}}},
                                      {"clampToGround", true},
                                      {"width", 3},
                                      {"material", {{"solidColor", {{"color", rgba(feature.colour, 255)}}}}}};
                write(packet);
            }
        } else if (auto const *areas = std::get_if<MultiPolygon>(&feature.geometry)) {
            for (auto const &area : *areas) {
                polygon(feature, area);
            }
        } else {
            for (auto const spot : feature.points) {
                point(feature, spot);
            }
        }
    }

    void finish() override
    {
        m_out << "\n]\n";
        m_out.finish();
    }

private:
    static std::string dumped(Json const &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }
    static std::string interval(Span const &span)
    {
        return fmt::format("{}Z/{}Z", to_iso(span.begin), to_iso(last_second(span)));
    }

    void write(Json const &packet) { m_out << ",\n" << dumped(packet); }

    Json begin(Exported const &feature)
    {
        ++m_part;
        Json packet{{"id", m_part == 1 ? feature.id : fmt::format("{}#{}", feature.id, m_part)},
                    {"name", feature.name}};
        if (!feature.text.empty()) {
            packet["description"] = xml_text(feature.text);
        }
        auto span = feature.span;
        bool const open = span.begin == distant_past || span.end == distant_future;
        if (open && !(span.begin == distant_past && span.end == distant_future)) {
            lose("open begins and ends: CZML knows none, they are written as those of the whole export");
            span.begin = span.begin == distant_past ? std::min(m_all.begin, span.end - Seconds{1}) : span.begin;
            span.end = span.end == distant_future ? std::max(m_all.end, span.begin + Seconds{1}) : span.end;
        }
        if (span.begin != distant_past) {
            packet["availability"] = interval(span);
        }
        Json properties = Json::object();
        for (auto const &value : feature.values) {
            if (!value.text.empty()) {
                properties[value.name] = value.number ? Json(std::stod(value.text)) : Json(value.text);
            }
        }
        packet["properties"] = std::move(properties);
        return packet;
    }

    static void sign(Json &packet, Exported const &feature)
    {
        packet["point"] = {{"pixelSize", feature.kind == ExportKind::place ? 6 : 10},
                           {"color", rgba(feature.colour, 255)},
                           {"outlineWidth", 1}};
        packet["label"] = {
            {"text", feature.name}, {"font", "12pt sans-serif"}, {"pixelOffset", {{"cartesian2", {0, -16}}}}};
    }

    void point(Exported const &feature, LonLat at)
    {
        auto packet = begin(feature);
        packet["position"] = {{"cartographicDegrees", numbers({at})}};
        sign(packet, feature);
        write(packet);
    }

    void polygon(Exported const &feature, Polygon const &area)
    {
        auto packet = begin(feature);
        auto open = [](LineString ring) { // CZML closes rings itself
            ring.pop_back();
            return numbers(ring);
        };
        Json shape{{"positions", {{"cartographicDegrees", open(area.front())}}},
                   {"material", {{"solidColor", {{"color", rgba(feature.colour, 80)}}}}}};
        auto holes = Json::array();
        for (std::size_t i = 1; i < area.size(); ++i) {
            holes.push_back(open(area[i]));
        }
        if (!holes.empty()) {
            shape["holes"] = {{"cartographicDegrees", std::move(holes)}};
        }
        packet["polygon"] = std::move(shape);
        write(packet);
    }

    static Json samples(TrackPiece const &piece)
    {
        auto list = Json::array();
        double const epoch = std::floor(piece.seconds.front());
        for (std::size_t i = 0; i < piece.points.size(); ++i) {
            double const after = std::round((piece.seconds[i] - epoch) * 1000) / 1000;
            list.insert(list.end(),
                        {after, rounded_degrees(piece.points[i].lon), rounded_degrees(piece.points[i].lat), 0});
        }
        return {{"epoch", iso_of(epoch) + "Z"}, {"cartographicDegrees", std::move(list)}};
    }

    void moving(Exported const &feature)
    {
        auto packet = begin(feature);
        if (feature.track.size() == 1) {
            packet["position"] = samples(feature.track.front());
        } else { // an interval for each stretch; nothing is said of the time between
            auto intervals = Json::array();
            for (auto const &piece : feature.track) {
                auto one = samples(piece);
                one["interval"] = fmt::format("{}Z/{}Z", iso_of(piece.seconds.front()), iso_of(piece.seconds.back()));
                intervals.push_back(std::move(one));
            }
            packet["position"] = std::move(intervals);
        }
        sign(packet, feature);
        packet["path"] = {{"width", 2}, {"material", {{"solidColor", {{"color", rgba(feature.colour, 160)}}}}}};
        write(packet);
    }

    TextFile m_out;
    Span m_all;
    int m_part = 0;
};

} // namespace

std::unique_ptr<ExportWriter> write_czml(std::filesystem::path const &file, ExportTitle const &title)
{
    return std::make_unique<CzmlWriter>(file, title);
}

} // namespace geo
