#include "geo/foreign/json_shapes.hpp"
#include "geo/foreign/piece_builder.hpp"
#include "geo/foreign/plain_text.hpp"
#include "geo/foreign/readers.hpp"
#include "geo/io/data_error.hpp"
#include "geo/io/limits.hpp"

#include <fmt/format.h>
#include <proj.h>

#include <cmath>
#include <fstream>
#include <memory>
#include <numbers>

namespace geo {
namespace {

constexpr double per_radian = 180 / std::numbers::pi;

/// Earth-fixed metres to longitude and latitude.
class Geocentric
{
public:
    Geocentric() : m_cart{proj_create(PJ_DEFAULT_CTX, "+proj=cart +ellps=WGS84"), &proj_destroy} {}
    [[nodiscard]] LonLat at(double x, double y, double z) const
    {
        auto const out = proj_trans(m_cart.get(), PJ_INV, proj_coord(x, y, z, 0));
        return {out.lp.lam * per_radian, out.lp.phi * per_radian};
    }

private:
    std::unique_ptr<PJ, PJ *(*)(PJ *)> m_cart;
};

/// How the numbers of a position are meant.
enum class Unit3 { degrees, radians, metres };

class PacketReader
{
public:
    explicit PacketReader(FeatureSink &sink) : m_sink{sink} {}

    void read(Json const &packet)
    {
        if (!packet.is_object()) {
            m_sink.drop("packets that are no objects");
            return;
        }
        if (text_in(packet, "id") == "document") {
            return;
        }
        ForeignFeature feature;
        feature.id = text_in(packet, "id");
        feature.name = text_in(packet, "name");
        feature.text = plain_text(text_in(packet, "description"));
        read_availability(packet, feature);
        read_properties(packet, feature);
        bool any = false;
        if (auto const position = packet.find("position"); position != packet.end()) {
            any = read_position(*position, feature) || any;
        }
        any = read_shape(packet, "polyline", false, feature) || any;
        any = read_shape(packet, "polygon", true, feature) || any;
        if (!any) {
            m_sink.drop("packets without a position, a line or an area that could be read");
        }
    }

private:
    void read_availability(Json const &packet, ForeignFeature &feature)
    {
        std::string text = text_in(packet, "availability");
        auto const &several = array_in(packet, "availability");
        if (!several.empty() && several.front().is_string() && several.back().is_string()) {
            auto const first = several.front().get<std::string>();
            auto const last = several.back().get<std::string>();
            text = first.substr(0, first.find('/')) + last.substr(std::min(last.find('/'), last.size()));
            m_sink.drop("gaps between the intervals of an availability", static_cast<long>(several.size()) - 1);
        }
        if (auto const period = read_foreign_period(text)) {
            feature.begin = period->begin;
            feature.end = period->end;
        } else if (!text.empty()) {
            m_sink.drop_such("availabilities that are none", text);
        }
    }

    void read_properties(Json const &packet, ForeignFeature &feature)
    {
        auto const properties = packet.find("properties");
        if (properties != packet.end() && properties->is_object()) {
            for (auto const &[key, value] : properties->items()) {
                set_value(m_sink, feature, key, value_text(value));
            }
        }
    }

    [[nodiscard]] LonLat at(Unit3 unit, double a, double b, double c) const
    {
        return unit == Unit3::degrees   ? LonLat{a, b}
               : unit == Unit3::radians ? LonLat{a * per_radian, b * per_radian}
                                        : m_geocentric.at(a, b, c);
    }

    /// The array of numbers of a position and how it is meant.
    static std::pair<Json const *, Unit3> numbers_of(Json const &json)
    {
        for (auto const &[key, unit] :
             {std::pair{"cartographicDegrees", Unit3::degrees}, std::pair{"cartographicRadians", Unit3::radians},
              std::pair{"cartesian", Unit3::metres}}) {
            if (auto const &numbers = array_in(json, key); !numbers.empty()) {
                return {&numbers, unit};
            }
        }
        return {nullptr, Unit3::degrees};
    }

    bool read_position(Json const &position, ForeignFeature const &pattern)
    {
        auto feature = pattern;
        if (position.is_array()) { // one entry for each interval: a stretch of its own
            for (auto const &interval : position) {
                add_samples(interval, feature);
            }
        } else {
            add_samples(position, feature);
        }
        bool const any = !feature.track.empty() || feature.geometry.index() != 0;
        if (any) {
            m_sink.feature(std::move(feature));
        }
        return any;
    }

    void add_samples(Json const &json, ForeignFeature &feature)
    {
        if (json.is_object() && json.contains("reference")) {
            m_sink.drop("positions that refer to another packet");
            return;
        }
        auto const [numbers, unit] = numbers_of(json);
        if (numbers == nullptr) {
            return;
        }
        if (text_in(json, "referenceFrame") == "INERTIAL") {
            m_sink.drop("positions in an inertial frame");
            return;
        }
        if (numbers->size() == 3) {
            add_constant(json, *numbers, unit, feature);
            return;
        }
        add_track(json, *numbers, unit, feature);
        auto const how = text_in(json, "interpolationAlgorithm");
        if (how == "LAGRANGE" || how == "HERMITE") {
            m_sink.drop(fmt::format("{} interpolation of tracks (shown straight between the points)", how));
        }
    }

    void add_constant(Json const &json, Json const &n, Unit3 unit, ForeignFeature &feature)
    {
        if (!n[0].is_number() || !n[1].is_number() || !n[2].is_number()) {
            m_sink.drop("positions that are no numbers");
            return;
        }
        auto const where = at(unit, n[0].get<double>(), n[1].get<double>(), n[2].get<double>());
        auto const interval = read_foreign_period(text_in(json, "interval"));
        if (!is_lonlat(where)) {
            m_sink.drop("positions that are no degrees");
        } else if (interval && interval->begin && interval->end) { // stands there for that long
            PieceBuilder piece;
            piece.set_interpolation(Interpolation::step);
            piece.add(where, interval->begin);
            piece.add(where, interval->end);
            piece.finish(feature, m_sink);
        } else {
            feature.geometry = where;
        }
    }

    void add_track(Json const &json, Json const &n, Unit3 unit, ForeignFeature &feature)
    {
        auto const epoch = read_foreign_date(text_in(json, "epoch"));
        PieceBuilder piece;
        piece.reserve(n.size() / 4);
        for (std::size_t i = 0; i + 3 < n.size(); i += 4) {
            if (!n[i + 1].is_number() || !n[i + 2].is_number() || !n[i + 3].is_number()) {
                m_sink.drop("positions that are no numbers");
                continue;
            }
            auto const where = at(unit, n[i + 1].get<double>(), n[i + 2].get<double>(), n[i + 3].get<double>());
            if (!is_lonlat(where)) {
                m_sink.drop("positions that are no degrees");
            } else if (n[i].is_number() && epoch) {
                piece.add(where, epoch->seconds() + n[i].get<double>(), epoch->zone_s);
            } else {
                piece.add(where, n[i].is_string() ? date_in(n[i]) : std::nullopt);
            }
        }
        piece.finish(feature, m_sink);
    }

    [[nodiscard]] LineString line_of(Json const *numbers, Unit3 unit)
    {
        LineString line;
        for (std::size_t i = 0; numbers != nullptr && i + 2 < numbers->size(); i += 3) {
            auto const &n = *numbers;
            bool const sound = n[i].is_number() && n[i + 1].is_number() && n[i + 2].is_number();
            auto const where =
                sound ? at(unit, n[i].get<double>(), n[i + 1].get<double>(), n[i + 2].get<double>()) : LonLat{999, 999};
            if (is_lonlat(where)) {
                line.push_back(where);
            } else {
                m_sink.drop("positions that are no degrees");
            }
        }
        return line;
    }

    /// A hole of an area for each list of numbers.
    void add_holes(Json const &shape, Polygon &area)
    {
        auto const holes = shape.find("holes");
        if (holes == shape.end()) {
            return;
        }
        auto const [lists, unit] = numbers_of(*holes);
        for (std::size_t i = 0; lists != nullptr && i < lists->size(); ++i) {
            auto ring = (*lists)[i].is_array() ? line_of(&(*lists)[i], unit) : LineString{};
            if (ring.size() > 2) {
                ring.push_back(ring.front());
                area.push_back(std::move(ring));
            } else {
                m_sink.drop("holes of areas with too few positions");
            }
        }
    }

    bool read_shape(Json const &packet, char const *key, bool area, ForeignFeature const &pattern)
    {
        auto const shape = packet.find(key);
        if (shape == packet.end() || !shape->is_object() || !shape->contains("positions")) {
            return false;
        }
        auto const [numbers, unit] = numbers_of((*shape)["positions"]);
        auto line = line_of(numbers, unit);
        if (line.size() < (area ? 3U : 2U)) {
            return false;
        }
        auto feature = pattern;
        if (area) {
            line.push_back(line.front());
            Polygon rings{std::move(line)};
            add_holes(*shape, rings);
            feature.geometry = MultiPolygon{std::move(rings)};
        } else {
            feature.geometry = MultiLine{std::move(line)};
        }
        m_sink.feature(std::move(feature));
        return true;
    }

    FeatureSink &m_sink;
    Geocentric m_geocentric;
};

} // namespace

void read_czml(std::filesystem::path const &file, FeatureSink &sink)
{
    std::error_code unknown;
    if (std::filesystem::file_size(file, unknown) > limits::text_file_bytes && !unknown) {
        throw DataError{file, fmt::format("is larger than {} MB; split it", limits::text_file_bytes >> 20U)};
    }
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        throw DataError{file, "cannot be read"};
    }
    PacketReader reader{sink};
    auto const each = [&](int depth, Json::parse_event_t event, Json &parsed) {
        if (static_cast<std::size_t>(depth) > limits::json_depth) {
            throw DataError{file, fmt::format("arrays and objects lie more than {} deep", limits::json_depth)};
        }
        if (event == Json::parse_event_t::object_end && depth == 1) {
            reader.read(parsed);
            sink.progress(0.5);
            return false;
        }
        return true;
    };
    try {
        auto const rest = Json::parse(in, each);
        if (!rest.is_array()) {
            throw DataError{file, "is JSON, but no CZML: its outermost value is no list of packets"};
        }
    } catch (Json::exception const &failure) {
        std::string const reason = failure.what();
        throw DataError{file, "is no sound JSON: " + reason.substr(reason.find("] ") + 2)};
    }
}

} // namespace geo
