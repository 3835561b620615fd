#include "geo/export/text_file.hpp"
#include "geo/export/writer.hpp"

#include <fmt/format.h>

namespace geo {
namespace {

/**
 * Waypoints, then tracks, as the schema wants them: the features come in that order. The schema counts in UTC; the
 * hours are those of the atlas's clock, and the description says which one that is.
 */
class GpxWriter final : public ExportWriter
{
public:
    GpxWriter(std::filesystem::path const &file, ExportTitle const &title) : m_out{file}
    {
        m_out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Marshrut\" "
                 "xmlns=\"http://www.topografix.com/GPX/1/1\">\n"
              << fmt::format("<metadata><name>{}</name><desc>{}</desc></metadata>\n", xml_text(title.title),
                             xml_text(title.summary + (title.credit.empty() ? "" : "\n" + title.credit)));
    }

    [[nodiscard]] bool carries(ExportKind kind) const override { return kind != ExportKind::region; }

    void feature(Exported const &feature) override
    {
        bool const point = feature.kind == ExportKind::place || feature.kind == ExportKind::event;
        point ? waypoints(feature) : tracks(feature);
        lose("sources, notes and other values of features: GPX has no place for them");
    }

    void finish() override
    {
        m_out << "</gpx>\n";
        m_out.finish();
    }

private:
    void waypoints(Exported const &feature)
    {
        auto spots = feature.points;
        if (auto const *at = std::get_if<LonLat>(&feature.geometry)) {
            spots.push_back(*at);
        }
        bool const dated = feature.kind == ExportKind::event && feature.span.begin != distant_past;
        if (feature.kind == ExportKind::place &&
            (feature.span.begin != distant_past || feature.span.end != distant_future)) {
            lose("spans in which a place exists: a waypoint has one time or none");
        }
        if (dated && feature.span.end - feature.span.begin > Seconds{1}) {
            lose("ends of events: a waypoint has one time");
        }
        for (auto const at : spots) {
            m_out << fmt::format("<wpt lat=\"{}\" lon=\"{}\">", degrees(at.lat), degrees(at.lon));
            m_out << (dated ? fmt::format("<time>{}Z</time>", to_iso(feature.span.begin)) : "") << words(feature)
                  << "</wpt>\n";
        }
    }

    static std::string words(Exported const &feature)
    {
        auto const text = feature.text.empty() ? "" : fmt::format("<desc>{}</desc>", xml_text(feature.text));
        return fmt::format("<name>{}</name>{}<type>{}</type>", xml_text(feature.name), text, name_of(feature.kind));
    }

    void tracks(Exported const &feature)
    {
        m_out << "<trk>" << words(feature);
        if (auto const *lines = std::get_if<MultiLine>(&feature.geometry)) {
            if (feature.span.begin != distant_past || feature.span.end != distant_future) {
                lose("spans in which a line exists: a track has times for its points only");
            }
            for (auto const &line : *lines) {
                segment(line, nullptr);
            }
        }
        for (auto const &piece : feature.track) {
            segment(piece.points, &piece.seconds);
        }
        m_out << "</trk>\n";
    }

    void segment(LineString const &points, std::vector<double> const *seconds)
    {
        m_out << "<trkseg>\n";
        for (std::size_t i = 0; i < points.size(); ++i) {
            m_out << fmt::format("<trkpt lat=\"{}\" lon=\"{}\">{}</trkpt>\n", degrees(points[i].lat),
                                 degrees(points[i].lon),
                                 seconds == nullptr ? "" : fmt::format("<time>{}Z</time>", iso_of((*seconds)[i])));
        }
        m_out << "</trkseg>";
    }

    TextFile m_out;
};

} // namespace

std::unique_ptr<ExportWriter> write_gpx(std::filesystem::path const &file, ExportTitle const &title)
{
    return std::make_unique<GpxWriter>(file, title);
}

} // namespace geo
