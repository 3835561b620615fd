#include "geo/export/text_file.hpp"
#include "geo/export/writer.hpp"

#include <fmt/format.h>

#include <array>

namespace geo {
namespace {

std::string coordinates(LineString const &line)
{
    std::string text = "<coordinates>";
    for (auto const at : line) {
        text += fmt::format("{},{} ", degrees(at.lon), degrees(at.lat));
    }
    text.back() = '<';
    return text + "/coordinates>";
}

/// "#RRGGBB" as KML has it: aabbggrr.
std::string kml_colour(std::string const &colour, char const *alpha)
{
    if (colour.size() != 7) {
        return std::string{alpha} + "4a4a4a";
    }
    return alpha + colour.substr(5, 2) + colour.substr(3, 2) + colour.substr(1, 2);
}

/// A folder for each kind; TimeSpan for what exists for a time, gx:Track and gx:MultiTrack for what moves.
class KmlWriter final : public ExportWriter
{
public:
    KmlWriter(std::filesystem::path const &file, ExportTitle const &title) : m_out{file}
    {
        m_out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\" "
                 "xmlns:gx=\"http://www.google.com/kml/ext/2.2\">\n<Document>\n"
              << fmt::format("<name>{}</name>\n<description>{}</description>\n", xml_text(title.title),
                             xml_text(title.summary + (title.credit.empty() ? "" : "\n" + title.credit)));
    }

    void feature(Exported const &feature) override
    {
        constexpr std::array folders{"Places", "Events", "Lines", "Regions", "Units"};
        auto const folder = static_cast<std::size_t>(feature.kind);
        if (m_folder != folder) {
            m_out << (m_folder ? "</Folder>\n" : "") << fmt::format("<Folder><name>{}</name>\n", folders[folder]);
            m_folder = folder;
        }
        m_out << fmt::format("<Placemark><name>{}</name>", xml_text(feature.name));
        if (!feature.text.empty()) {
            m_out << fmt::format("<description>{}</description>", xml_text(feature.text));
        }
        if (feature.track.empty()) {
            m_out << time_span(feature.span);
        }
        m_out << style(feature) << extended(feature) << geometry(feature) << "</Placemark>\n";
    }

    void finish() override
    {
        m_out << (m_folder ? "</Folder>\n" : "") << "</Document>\n</kml>\n";
        m_out.finish();
    }

private:
    static std::string time_span(Span const &span)
    {
        std::string text;
        if (span.begin != distant_past) {
            text += fmt::format("<begin>{}</begin>", to_iso(span.begin));
        }
        if (span.end != distant_future) {
            text += fmt::format("<end>{}</end>", to_iso(last_second(span)));
        }
        return text.empty() ? text : fmt::format("<TimeSpan>{}</TimeSpan>", text);
    }

    static std::string style(Exported const &feature)
    {
        auto const line = kml_colour(feature.colour, "ff");
        switch (feature.kind) {
        case ExportKind::place:
        case ExportKind::event:
            return fmt::format("<Style><IconStyle><color>{}</color><scale>{}</scale></IconStyle></Style>", line,
                               feature.kind == ExportKind::event ? 1 : 0.6);
        case ExportKind::region:
            return fmt::format("<Style><LineStyle><color>{}</color></LineStyle><PolyStyle><color>{}</color></PolyStyle>"
                               "</Style>",
                               line, kml_colour(feature.colour, "50"));
        default:
            return fmt::format("<Style><IconStyle><color>{0}</color></IconStyle><LineStyle><color>{0}</color>"
                               "<width>3</width></LineStyle></Style>",
                               line);
        }
    }

    static std::string extended(Exported const &feature)
    {
        std::string text = "<ExtendedData>";
        for (auto const &value : feature.values) {
            if (!value.text.empty()) {
                text += fmt::format("<Data name=\"{}\"><value>{}</value></Data>", value.name, xml_text(value.text));
            }
        }
        return text + "</ExtendedData>";
    }

    static std::string track(std::vector<TrackPiece> const &track)
    {
        std::string text;
        for (auto const &piece : track) {
            text += "<gx:Track>";
            for (auto const time : piece.seconds) {
                text += fmt::format("<when>{}</when>", iso_of(time));
            }
            for (auto const at : piece.points) {
                text += fmt::format("<gx:coord>{} {} 0</gx:coord>", degrees(at.lon), degrees(at.lat));
            }
            text += "</gx:Track>";
        }
        return track.size() == 1 ? text : fmt::format("<gx:MultiTrack>{}</gx:MultiTrack>", text);
    }

    static std::string polygon(Polygon const &area)
    {
        std::string text = "<Polygon>";
        for (std::size_t i = 0; i < area.size(); ++i) {
            char const *const side = i == 0 ? "outer" : "inner";
            text +=
                fmt::format("<{0}BoundaryIs><LinearRing>{1}</LinearRing></{0}BoundaryIs>", side, coordinates(area[i]));
        }
        return text + "</Polygon>";
    }

    static std::string geometry(Exported const &feature)
    {
        std::string parts;
        std::size_t count = 1;
        if (!feature.track.empty()) {
            return track(feature.track);
        }
        if (auto const *at = std::get_if<LonLat>(&feature.geometry)) {
            parts = fmt::format("<Point>{}</Point>", coordinates({*at}));
        } else if (auto const *lines = std::get_if<MultiLine>(&feature.geometry)) {
            count = lines->size();
            for (auto const &line : *lines) {
                parts += fmt::format("<LineString><tessellate>1</tessellate>{}</LineString>", coordinates(line));
            }
        } else if (auto const *areas = std::get_if<MultiPolygon>(&feature.geometry)) {
            count = areas->size();
            for (auto const &area : *areas) {
                parts += polygon(area);
            }
        } else {
            count = feature.points.size();
            for (auto const spot : feature.points) {
                parts += fmt::format("<Point>{}</Point>", coordinates({spot}));
            }
        }
        return count == 1 ? parts : fmt::format("<MultiGeometry>{}</MultiGeometry>", parts);
    }

    TextFile m_out;
    std::optional<std::size_t> m_folder;
};

} // namespace

std::unique_ptr<ExportWriter> write_kml(std::filesystem::path const &file, ExportTitle const &title)
{
    return std::make_unique<KmlWriter>(file, title);
}

} // namespace geo
