#include "geo/foreign/kml_tour.hpp"
#include "geo/foreign/piece_builder.hpp"
#include "geo/foreign/plain_text.hpp"
#include "geo/foreign/readers.hpp"
#include "geo/foreign/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>

namespace geo {
namespace {

/// A time as KML gives it to a feature, a container, a view.
struct KmlTime
{
    std::optional<ForeignDate> begin;
    std::optional<ForeignDate> end;
    bool moment = false;
    [[nodiscard]] bool any() const { return begin || end; }
};

struct Container
{
    std::string name;
    KmlTime time; ///< passed on to all within that have none of their own
};

/// What is drawn of a placemark, by kind.
struct Shapes
{
    std::vector<LonLat> points;
    MultiLine lines;
    MultiPolygon areas;
};

/// What a document may hold that is not shown, by element.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> unused{{
    {"NetworkLink", "network links (nothing outside of the file is opened)"},
    {"GroundOverlay", "ground overlays (pictures laid on the ground)"},
    {"ScreenOverlay", "screen overlays"},
    {"PhotoOverlay", "photo overlays"},
    {"Model", "three-dimensional models"},
    {"SoundCue", "sounds of a tour"},
    {"AnimatedUpdate", "animated updates of a tour"},
    {"SimpleArrayData", "measured values along tracks (such as heart rate)"},
    {"Style", "styles (colours and icons are given by the map's style)"},
}};

/// Reads one KML document; lives for one run.
class KmlHandler final : public XmlHandler
{
public:
    KmlHandler(FeatureSink &sink, std::string file_name) : m_sink{sink}
    {
        m_containers.push_back({std::move(file_name), {}});
    }

    void begin(std::string_view name, XmlAttributes const &attributes) override
    {
        m_path.emplace_back(name);
        if (m_unused_depth > 0) {
            return;
        }
        if (name == "kml") {
            m_is_kml = true;
        } else if (name == "Document" || name == "Folder") {
            m_containers.push_back({m_containers.back().name, {}});
        } else if (name == "Placemark") {
            m_feature = {};
            m_feature.id = attributes.get("id");
            m_shapes = {};
            m_own = {};
            m_in_placemark = true;
        } else if (name == "Track") {
            m_whens.clear();
            m_coords.clear();
        } else if (name == "MultiTrack") {
            m_joined = false;
        } else if (name == "Polygon") {
            m_polygon.clear();
        } else if (name == "Tour") {
            m_tour.emplace();
        } else if (name == "Data" || name == "SimpleData") {
            m_key = attributes.get("name");
        }
        begin_unused(name);
    }

    void end(std::string_view name, std::string &text) override
    {
        m_path.pop_back();
        auto const parent = m_path.empty() ? std::string_view{} : std::string_view{m_path.back()};
        if (m_unused_depth > 0) {
            m_unused_depth -= m_path.size() + 1 == m_unused_depth ? m_unused_depth : 0;
        } else if (m_tour) {
            end_in_tour(name, parent, text);
        } else if (m_in_placemark) {
            end_in_placemark(name, parent, text);
        } else {
            end_in_container(name, parent, text);
        }
    }

    [[nodiscard]] bool is_kml() const { return m_is_kml; }

private:
    void begin_unused(std::string_view name)
    {
        auto const found = std::ranges::find(unused, name, &std::pair<std::string_view, std::string_view>::first);
        if (found != unused.end()) {
            m_sink.drop(std::string{found->second});
            m_unused_depth = m_path.size();
        }
    }

    std::optional<ForeignDate> date(std::string const &text)
    {
        auto when = read_foreign_date(text);
        if (!when && text.find_first_not_of(" \t\r\n") != std::string::npos) {
            m_sink.drop_such("times that are none", text);
        }
        return when;
    }

    /// Takes `when`, `begin` and `end` into a time; true if it was one of them.
    bool take_time(KmlTime &time, std::string_view name, std::string_view parent, std::string const &text)
    {
        if (name == "when" && parent == "TimeStamp") {
            time.begin = time.end = date(text);
            time.moment = true;
        } else if (name == "begin" && parent == "TimeSpan") {
            time.begin = date(text);
        } else if (name == "end" && parent == "TimeSpan") {
            time.end = date(text);
        } else {
            return false;
        }
        return true;
    }

    void end_in_container(std::string_view name, std::string_view parent, std::string &text)
    {
        bool const of_container = parent == "Document" || parent == "Folder";
        if (name == "Document" || name == "Folder") {
            m_containers.pop_back();
        } else if (name == "name" && of_container) {
            m_containers.back().name = text;
        } else {
            take_time(m_containers.back().time, name, parent, text);
        }
    }

    void end_in_tour(std::string_view name, std::string_view parent, std::string &text)
    {
        if (name == "Tour") {
            m_tour->finish(m_sink);
            m_tour.reset();
        } else if (name == "FlyTo") {
            m_tour->end_flight();
        } else if (name == "Wait") {
            m_tour->end_wait();
        } else if (name == "name" && parent == "Tour") {
            m_tour->set_name(text);
        } else {
            m_tour->value(name, parent, text);
        }
    }

    void end_in_placemark(std::string_view name, std::string_view parent, std::string &text)
    {
        bool const in_view =
            std::ranges::find(m_path, "LookAt") != m_path.end() || std::ranges::find(m_path, "Camera") != m_path.end();
        if (in_view || (parent == "Track" && end_in_track(name, text))) {
            return;
        }
        if (name == "Placemark") {
            m_in_placemark = false;
            deliver();
        } else if (name == "coordinates") {
            take_coordinates(parent, text);
        } else if (name == "Polygon") {
            m_shapes.areas.push_back(std::move(m_polygon));
        } else if (name == "Track") {
            end_track();
        } else if (name == "MultiTrack") {
            m_joined ? join_pieces() : void();
        } else if (name == "interpolate") {
            m_joined = text.find('1') != std::string::npos || text.find("true") != std::string::npos;
        } else if (parent == "Placemark") {
            take_text(name, text);
        } else if ((name == "value" && parent == "Data") || name == "SimpleData") {
            m_sink.layer(m_containers.back().name);
            set_value(m_sink, m_feature, m_key, std::move(text));
        } else {
            take_time(m_own, name, parent, text);
        }
    }

    void take_text(std::string_view name, std::string &text)
    {
        if (name == "name") {
            m_feature.name = plain_text(text);
        } else if (name == "description") {
            m_feature.text = plain_text(text);
        }
    }

    bool end_in_track(std::string_view name, std::string &text)
    {
        if (name == "when") {
            m_whens.push_back(date(text));
        } else if (name == "coord") {
            m_coords.push_back(one_position(text, ' '));
        } else {
            return false;
        }
        return true;
    }

    void end_track()
    {
        PieceBuilder piece;
        auto const count = std::min(m_whens.size(), m_coords.size());
        m_sink.drop("times or positions of a track without their counterpart",
                    static_cast<long>(std::max(m_whens.size(), m_coords.size()) - count));
        for (std::size_t i = 0; i < count; ++i) {
            if (m_coords[i] && is_lonlat(*m_coords[i])) {
                piece.add(*m_coords[i], m_whens[i]);
            } else {
                m_sink.drop("positions of a track that are empty or no degrees");
            }
        }
        piece.finish(m_feature, m_sink);
    }

    /// gx:interpolate: what lies between the tracks is known to be a straight way.
    void join_pieces()
    {
        std::vector<TrackPiece> joined;
        for (auto &piece : m_feature.track) {
            bool const follows = !joined.empty() && piece.seconds.front() > joined.back().seconds.back() &&
                                 piece.zone_s == joined.back().zone_s;
            if (!follows) {
                joined.push_back(std::move(piece));
                continue;
            }
            auto &last = joined.back();
            last.points.insert(last.points.end(), piece.points.begin(), piece.points.end());
            last.seconds.insert(last.seconds.end(), piece.seconds.begin(), piece.seconds.end());
        }
        m_feature.track = std::move(joined);
    }

    static std::optional<LonLat> one_position(std::string_view text, char between)
    {
        std::array<double, 2> value{};
        for (auto &number : value) {
            auto const begin = text.find_first_not_of(" \t\r\n");
            if (begin == std::string_view::npos) {
                return std::nullopt;
            }
            text.remove_prefix(begin);
            auto const end = std::min(text.find(between), text.size());
            auto const read = number_in(text.substr(0, end));
            if (!read) {
                return std::nullopt;
            }
            number = *read;
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return LonLat{value[0], value[1]};
    }

    LineString positions(std::string_view text)
    {
        LineString line;
        constexpr char const *blank = " \t\r\n";
        for (auto at = text.find_first_not_of(blank); at != std::string_view::npos;
             at = text.find_first_not_of(blank, at)) {
            auto const end = std::min(text.find_first_of(blank, at), text.size());
            auto const position = one_position(text.substr(at, end - at), ',');
            if (position && is_lonlat(*position)) {
                line.push_back(*position);
            } else {
                m_sink.drop("coordinates that are no degrees");
            }
            at = end;
        }
        return line;
    }

    void take_coordinates(std::string_view parent, std::string const &text)
    {
        auto line = positions(text);
        bool const of_area = std::ranges::find(m_path, "Polygon") != m_path.end();
        if (parent == "Point" && !line.empty()) {
            m_shapes.points.push_back(line.front());
        } else if (of_area && line.size() > 2) {
            if (line.front() != line.back()) {
                line.push_back(line.front());
            }
            m_polygon.push_back(std::move(line));
        } else if (!of_area && parent != "Point" && line.size() > 1) {
            m_shapes.lines.push_back(std::move(line));
        } else {
            m_sink.drop("geometries with too few coordinates");
        }
    }

    void give_time()
    {
        auto time = m_own;
        for (auto c = m_containers.rbegin(); c != m_containers.rend() && !time.any(); ++c) {
            time = c->time;
        }
        m_feature.begin = time.begin;
        m_feature.end = time.end;
        m_feature.moment = time.moment;
    }

    /// A placemark may hold points, lines and areas at once: each kind becomes a feature.
    void deliver()
    {
        m_sink.layer(m_containers.back().name);
        give_time();
        bool any = false;
        auto const give = [&](Geometry geometry, std::vector<LonLat> points = {}) {
            auto feature = m_feature;
            feature.track.clear();
            feature.geometry = std::move(geometry);
            feature.points = std::move(points);
            m_sink.feature(std::move(feature));
            any = true;
        };
        if (auto const *bare = std::get_if<MultiLine>(&m_feature.geometry)) { // a track without times
            m_shapes.lines.insert(m_shapes.lines.end(), bare->begin(), bare->end());
            m_feature.geometry = {};
        }
        if (m_shapes.points.size() == 1) {
            give(m_shapes.points.front());
        } else if (!m_shapes.points.empty()) {
            give({}, m_shapes.points);
        }
        if (!m_shapes.lines.empty()) {
            give(std::move(m_shapes.lines));
        }
        if (!m_shapes.areas.empty()) {
            give(std::move(m_shapes.areas));
        }
        if (!m_feature.track.empty()) {
            m_sink.feature(std::move(m_feature));
        } else if (!any) {
            m_sink.drop("placemarks without geometry");
        }
    }

    FeatureSink &m_sink;
    std::vector<std::string> m_path;
    std::deque<Container> m_containers;
    ForeignFeature m_feature;
    Shapes m_shapes;
    Polygon m_polygon;
    KmlTime m_own;
    std::vector<std::optional<ForeignDate>> m_whens;
    std::vector<std::optional<LonLat>> m_coords;
    std::optional<KmlTour> m_tour;
    std::string m_key;
    std::size_t m_unused_depth = 0; ///< of the element whose content is passed over; 0: none
    bool m_joined = false;
    bool m_in_placemark = false;
    bool m_is_kml = false;
};

} // namespace

void read_kml(std::filesystem::path const &file, FeatureSink &sink)
{
    KmlHandler handler{sink, file.stem().string()};
    auto const progress = [&](double share) { sink.progress(share); };
    if (file.extension() == ".kmz" || file.extension() == ".KMZ") {
        read_xml(file, handler, progress, kmz_document(file, sink));
    } else {
        read_xml(file, handler, progress);
    }
    if (!handler.is_kml()) {
        sink.drop("documents that are no KML: the first element is another");
    }
}

} // namespace geo
