#include "geo/export/text_file.hpp"
#include "geo/export/writer.hpp"

#include <fmt/format.h>

namespace geo {
namespace {

std::string quoted(std::string const &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string out = "\"";
    for (char const c : text) {
        out += c;
        if (c == '"') {
            out += '"';
        }
    }
    return out + '"';
}

/// "(x y, x y)", with M where there are times.
std::string wkt_list(LineString const &points, std::vector<double> const *seconds = nullptr)
{
    std::string text = "(";
    for (std::size_t i = 0; i < points.size(); ++i) {
        text += fmt::format("{}{} {}", i == 0 ? "" : ", ", degrees(points[i].lon), degrees(points[i].lat));
        text += seconds == nullptr ? "" : fmt::format(" {:.3f}", (*seconds)[i]);
    }
    return text + ")";
}

template <typename Parts, typename Write>
std::string wkt_parts(Parts const &parts, Write const &write)
{
    std::string text = "(";
    for (auto const &part : parts) {
        text += (text.size() == 1 ? "" : ", ") + write(part);
    }
    return text + ")";
}

std::string wkt_of(Exported const &feature)
{
    if (!feature.track.empty()) {
        return "MULTILINESTRING M " + wkt_parts(feature.track, [](TrackPiece piece) {
                   if (piece.points.size() == 1) { // a line has two points
                       piece.points.push_back(piece.points[0]);
                       piece.seconds.push_back(piece.seconds[0] + 0.5);
                   }
                   return wkt_list(piece.points, &piece.seconds);
               });
    }
    if (auto const *at = std::get_if<LonLat>(&feature.geometry)) {
        return "POINT " + wkt_list({*at});
    }
    if (auto const *lines = std::get_if<MultiLine>(&feature.geometry)) {
        return "MULTILINESTRING " + wkt_parts(*lines, [](LineString const &line) { return wkt_list(line); });
    }
    if (auto const *areas = std::get_if<MultiPolygon>(&feature.geometry)) {
        return "MULTIPOLYGON " + wkt_parts(*areas, [](Polygon const &area) {
                   return wkt_parts(area, [](LineString const &ring) { return wkt_list(ring); });
               });
    }
    return "MULTIPOINT " + wkt_parts(feature.points, [](LonLat at) { return wkt_list({at}); });
}

/// One row a feature; its shape as WKT, a track as lines whose M are seconds since 1970.
class CsvWriter final : public ExportWriter
{
public:
    CsvWriter(std::filesystem::path const &file, Fields const &fields) : m_out{file}
    {
        m_out << "name";
        for (auto const &field : fields) {
            m_out << "," << field.name;
        }
        m_out << ",description,wkt\r\n";
    }

    void feature(Exported const &feature) override
    {
        m_out << quoted(feature.name);
        for (auto const &value : feature.values) {
            m_out << "," << quoted(value.text);
        }
        m_out << "," << quoted(feature.text) << "," << quoted(wkt_of(feature)) << "\r\n";
    }

    void finish() override
    {
        lose("title, clock, attribution and licence: CSV has no place for them");
        m_out.finish();
    }

private:
    TextFile m_out;
};

} // namespace

std::unique_ptr<ExportWriter> write_csv(std::filesystem::path const &file, Fields const &fields)
{
    return std::make_unique<CsvWriter>(file, fields);
}

} // namespace geo
