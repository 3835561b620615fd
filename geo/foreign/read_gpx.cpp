#include "geo/foreign/piece_builder.hpp"
#include "geo/foreign/readers.hpp"
#include "geo/foreign/xml.hpp"

#include <fmt/format.h>

namespace geo {
namespace {

/// Reads one GPX document; lives for one run.
class GpxHandler final : public XmlHandler
{
public:
    explicit GpxHandler(FeatureSink &sink) : m_sink{sink} {}

    void begin(std::string_view name, XmlAttributes const &attributes) override
    {
        m_path.emplace_back(name);
        if (name == "gpx") {
            m_is_gpx = true;
        } else if (name == "extensions") {
            ++m_extensions;
        } else if (m_extensions > 0) {
            return;
        } else if (name == "trk" || name == "rte" || name == "wpt") {
            m_feature = {};
            m_point = {};
            m_in_point = name == "wpt";
            if (m_in_point) {
                begin_point(attributes);
            }
        } else if (name == "trkpt" || name == "rtept") {
            begin_point(attributes);
        }
    }

    void end(std::string_view name, std::string &text) override
    {
        m_path.pop_back();
        if (name == "extensions") {
            --m_extensions;
            if (!m_in_point) {
                m_sink.drop("extensions of tracks and of the file");
            } else {
                ++m_point_extensions;
            }
        } else if (m_extensions == 0) {
            end_known(name, text);
        }
    }

    void finish() { m_sink.drop("extensions of points (such as heart rate or temperature)", m_point_extensions); }
    [[nodiscard]] bool is_gpx() const { return m_is_gpx; }

private:
    void begin_point(XmlAttributes const &attributes)
    {
        auto const lon = number_in(attributes.get("lon"));
        auto const lat = number_in(attributes.get("lat"));
        m_point = {lon.value_or(999), lat.value_or(999)};
        m_when.reset();
        m_in_point = true;
    }

    void end_known(std::string_view name, std::string &text)
    {
        auto const parent = m_path.empty() ? std::string_view{} : std::string_view{m_path.back()};
        if (name == "time" && m_in_point) {
            m_when = read_foreign_date(text);
            if (!m_when) {
                m_sink.drop_such("times that are none", text);
            }
        } else if (name == "trkpt" || name == "rtept") {
            end_point();
        } else if (name == "trkseg") {
            m_piece.finish(m_feature, m_sink);
        } else if (name == "trk" || name == "rte") {
            if (name == "rte") {
                m_piece.finish(m_feature, m_sink);
            }
            deliver(name == "trk" ? "tracks" : "routes");
        } else if (name == "wpt") {
            m_in_point = false;
            deliver_waypoint();
        } else if (parent == "trk" || parent == "rte" || parent == "wpt") {
            take_text(name, text);
        }
    }

    void end_point()
    {
        m_in_point = false;
        if (!is_lonlat(m_point)) {
            m_sink.drop("points whose lat or lon is missing or no degrees");
        } else {
            m_piece.add(m_point, m_when);
        }
    }

    void take_text(std::string_view name, std::string &text)
    {
        if (name == "name") {
            m_feature.name = std::move(text);
        } else if (name == "desc" || (name == "cmt" && m_feature.text.empty())) {
            m_feature.text = std::move(text);
        } else if (name == "sym" || name == "type" || name == "ele" || name == "src" || name == "number") {
            m_kept.emplace_back(name, std::move(text));
        }
    }

    void deliver(char const *layer)
    {
        m_sink.layer(layer);
        give_values();
        bool const empty = m_feature.track.empty() && m_feature.geometry.index() == 0;
        if (empty) {
            m_sink.drop(fmt::format("{} without points", layer));
        } else {
            m_sink.feature(std::move(m_feature));
        }
    }

    void deliver_waypoint()
    {
        if (!is_lonlat(m_point)) {
            m_sink.drop("waypoints whose lat or lon is missing or no degrees");
            m_kept.clear();
            return;
        }
        m_sink.layer("waypoints");
        give_values();
        m_feature.geometry = m_point;
        m_feature.begin = m_feature.end = m_when;
        m_feature.moment = m_when.has_value();
        m_sink.feature(std::move(m_feature));
    }

    void give_values()
    {
        for (auto &[name, value] : m_kept) {
            set_value(m_sink, m_feature, name, std::move(value));
        }
        m_kept.clear();
    }

    FeatureSink &m_sink;
    std::vector<std::string> m_path;
    ForeignFeature m_feature;
    PieceBuilder m_piece;
    LonLat m_point;
    std::optional<ForeignDate> m_when;
    std::vector<std::pair<std::string, std::string>> m_kept;
    int m_extensions = 0;
    long m_point_extensions = 0;
    bool m_in_point = false;
    bool m_is_gpx = false;
};

} // namespace

void read_gpx(std::filesystem::path const &file, FeatureSink &sink)
{
    GpxHandler handler{sink};
    read_xml(file, handler, [&](double share) { sink.progress(share); });
    handler.finish();
    if (!handler.is_gpx()) {
        sink.drop("documents that are no GPX: the first element is another");
    }
}

} // namespace geo
