#include "app/scene/make_map_model.hpp"

#include "app/scene/prepared_shapes.hpp"

#include "geo/foreign/sink.hpp"
#include "geo/movement/trajectory.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/project/dense_line.hpp"
#include "geo/raster/hillshade.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <iterator>
#include <numbers>
#include <tuple>
#include <unordered_set>

namespace app {
namespace {

constexpr double wide_land = 30'000; ///< metres of room from which a land has several seats

template <typename Points>
MapBox box_of(Points const &points)
{
    MapBox box{1e18, 1e18, -1e18, -1e18};
    for (auto const &p : points) {
        box = {std::min(box.left, p.x), std::min(box.bottom, p.y), std::max(box.right, p.x), std::max(box.top, p.y)};
    }
    return box;
}

/// Projects everything of one atlas; lives for one call.
class Maker
{
public:
    Maker(geo::BaseMap const &base, geo::Projection const &projection, MapModel &model, ModelWatch const &watch)
    : m_base{base}, m_projection{projection}, m_watch{watch}, m{model}
    {
        auto const &home = m.atlas->info.home;
        std::vector<geo::MapPoint> corners;
        for (auto const &p : {geo::LonLat{home.west, home.south},
                              {home.east, home.south},
                              {home.east, home.north},
                              {home.west, home.north}}) {
            corners.push_back(projection.forward(p));
        }
        m_home = box_of(corners);
        double const wider = 0.15 * (m_home.right - m_home.left); // screens are wider than they are high
        m_home.left -= wider;
        m_home.right += wider;
    }

    void make()
    {
        if (auto const *const sea = m_base.find("sea")) {
            m.base_scale = sea->scale_denominator;
        }
        add_lines("coastline", m.coast);
        add_lines("rivers", m.rivers);
        make_names();
        make_history();
        make_graticule();
        m.attribution = m_base.attribution;
        if (m_base.prepared.empty() ||
            !unpack_shapes(m_base.prepared, shapes_fingerprint(*m.atlas, m_base, m_projection), m)) {
            make_water();
            tell(0);
            make_regions();
            tell(0);
            make_relief();
        }
        m.seats.resize(m.atlas->regions.size()); // areas of guests are not lettered
    }

private:
    [[nodiscard]] std::vector<geo::MapPoint> projected(geo::LineString const &line) const
    {
        return geo::forward_dense(m_projection, line);
    }

    void add_area(std::vector<ModelArea> &into, geo::Polygon const &polygon, std::size_t index) const
    {
        auto flat = geo::triangulate(polygon, m_projection);
        if (flat.triangles.empty()) {
            return;
        }
        ModelArea area{std::move(flat.points),
                       std::move(flat.ring_ends),
                       std::make_shared<std::vector<std::uint32_t> const>(std::move(flat.triangles)),
                       {},
                       static_cast<geo::Index>(index)};
        area.box = box_of(area.points);
        into.push_back(std::move(area));
    }

    /// \throws geo::Stopped if the model is not wanted any more
    void tell(double share) const
    {
        if (m_watch.stop.stop_requested()) {
            throw geo::Stopped{};
        }
        if (m_watch.progress) {
            m_watch.progress(share);
        }
    }

    /// The same for the same point, to a metre.
    static std::uint64_t place_key(geo::LonLat p)
    {
        auto const part = [](double degrees) { return static_cast<std::uint32_t>(std::lround((degrees + 400) * 1e5)); };
        return static_cast<std::uint64_t>(part(p.lon)) << 32U | part(p.lat);
    }

    void add_line(std::vector<ModelLine> &into, geo::LineString const &line, std::size_t index, int rank) const
    {
        ModelLine made{projected(line), {}, static_cast<geo::Index>(index), rank};
        if (made.points.size() > 1) {
            made.box = box_of(made.points);
            into.push_back(std::move(made));
        }
    }

    void make_water()
    {
        if (auto const *const sea = m_base.find("sea")) {
            for (auto const &feature : sea->features) {
                m_sea.insert(m_sea.end(), feature.areas.begin(), feature.areas.end());
            }
            for (auto const &polygon : m_sea) {
                for (auto const &ring : polygon) {
                    std::ranges::transform(ring, std::inserter(m_shore, m_shore.end()), place_key);
                }
            }
        }
        // Land reaches a little beyond the base map, so that its edge is not taken for a shore.
        constexpr double beyond = 3;
        auto const &e = m_base.extent;
        double const w = std::max(-180.0, e.west - beyond);
        double const s = std::max(-85.0, e.south - beyond);
        double const o = std::min(180.0, e.east + beyond);
        double const n = std::min(85.0, e.north + beyond);
        geo::LineString ring;
        constexpr int parts = 24; // parallels are curved in the plane
        for (int i = 0; i < parts; ++i) {
            ring.push_back({w + (o - w) * i / parts, s});
        }
        for (int i = 0; i < parts; ++i) {
            ring.push_back({o, s + (n - s) * i / parts});
        }
        for (int i = 0; i < parts; ++i) {
            ring.push_back({o + (w - o) * i / parts, n});
        }
        for (int i = 0; i <= parts; ++i) {
            ring.push_back({w, n + (s - n) * i / parts});
        }
        for (auto const &polygon : geo::difference({{ring}}, m_sea)) {
            add_area(m.land, polygon, 0);
        }
        if (auto const *const lakes = m_base.find("lakes")) {
            for (std::size_t i = 0; i < lakes->features.size(); ++i) {
                for (auto const &polygon : lakes->features[i].areas) {
                    add_area(m.lakes, polygon, i);
                }
            }
        }
    }

    void add_lines(char const *role, std::vector<ModelLine> &into)
    {
        if (auto const *const layer = m_base.find(role)) {
            for (std::size_t i = 0; i < layer->features.size(); ++i) {
                for (auto const &line : layer->features[i].lines) {
                    add_line(into, line, i, layer->features[i].rank);
                }
            }
        }
    }

    void make_names()
    {
        for (char const *const role : {"waters", "mountains", "rivers"}) {
            auto const *const layer = m_base.find(role);
            for (auto const &feature : layer == nullptr ? std::vector<geo::BaseFeature>{} : layer->features) {
                if (feature.name.empty()) {
                    continue;
                }
                std::string const kind = feature.kind.empty() ? "river" : feature.kind;
                if (!feature.points.empty()) {
                    m.names.push_back(
                        {feature.name, kind, feature.rank, {m_projection.forward(feature.points.front())}});
                }
                for (auto const &line : feature.lines) {
                    m.names.push_back({feature.name, kind, feature.rank, projected(line)});
                }
            }
        }
    }

    void make_regions()
    {
        auto const &atlas = *m.atlas;
        m.borders = region_borders(atlas, m_sea, m_projection);
        for (std::size_t i = 0; i < atlas.regions.size(); ++i) {
            auto const &region = atlas.regions[i];
            if (region.guest != 0) {
                continue; // drawn as it is, also where it is sea
            }
            auto const land = geo::difference(region.shape, m_sea);
            for (auto const &polygon : land) {
                add_area(m.regions, polygon, i);
            }
            m.seats.push_back(seats_of(land));
            if (region.status == geo::Status::claimed || region.status == geo::Status::neutral) {
                for (auto const &polygon : land) {
                    for (auto const &ring : polygon) {
                        add_inland(ring, i);
                    }
                }
            }
        }
    }

    void make_history()
    {
        auto const &atlas = *m.atlas;
        for (std::size_t i = 0; i < atlas.lines.size(); ++i) {
            if (atlas.lines[i].guest != 0) {
                continue;
            }
            for (auto const &part : atlas.lines[i].shape) {
                add_line(m.lines, part, i, 5);
            }
            if (i % 256 == 0) {
                tell(0);
            }
        }
        for (auto const &place : atlas.places) {
            m.places.push_back(m_projection.forward(place.at));
        }
        for (auto const &trajectory : atlas.trajectories) {
            auto &routes = m.routes.emplace_back();
            for (auto const &leg : trajectory.legs) {
                routes.push_back({projected(leg.route.points), leg.route.metres});
            }
        }
        m.way_density = WayDensity{m.routes};
        m.looks = UnitLooks{atlas};
    }

    /// The outline of a claim ends at the shore.
    void add_inland(geo::LineString const &ring, std::size_t index)
    {
        geo::LineString run;
        for (std::size_t k = 0; k + 1 < ring.size(); ++k) {
            if (m_shore.contains(place_key(ring[k])) && m_shore.contains(place_key(ring[k + 1]))) {
                add_line(m.claim_edges, run, index, 5);
                run.clear();
                continue;
            }
            if (run.empty()) {
                run.push_back(ring[k]);
            }
            run.push_back(ring[k + 1]);
        }
        add_line(m.claim_edges, run, index, 5);
    }

    using Rings = std::vector<std::vector<geo::MapPoint>>;

    [[nodiscard]] std::vector<RegionSeat> seats_of(geo::MultiPolygon const &land) const
    {
        auto const circle = geo::inscribed_circle(land);
        auto const centre = m_projection.forward(circle.centre);
        auto const rim = m_projection.forward(circle.rim);
        Rings rings;
        for (auto const &polygon : land) {
            for (auto const &ring : polygon) {
                rings.push_back(projected(ring));
            }
        }
        std::vector<RegionSeat> seats{seat_at(rings, centre, std::hypot(rim.x - centre.x, rim.y - centre.y))};
        if (seats.front().radius > wide_land) {
            add_further_seats(rings, seats);
        }
        // Where the reader looks first, the name should stand.
        double const widest = seats.front().radius;
        std::ranges::stable_partition(seats, [&](RegionSeat const &seat) {
            return seat.radius > std::min(0.3 * widest, wide_land) &&
                   m_home.meets({seat.at.x, seat.at.y, seat.at.x + 1, seat.at.y + 1});
        });
        return seats;
    }

    /// A wide land is named more than once: a reader who has come nearer must still see whose it is.
    static void add_further_seats(Rings const &rings, std::vector<RegionSeat> &seats)
    {
        constexpr double step = 45'000;   // metres between the spots that are tried
        constexpr double roomy = 24'000;  // clearance
        constexpr double apart = 150'000; // one seat from another
        constexpr std::size_t most = 16;
        MapBox box{1e18, 1e18, -1e18, -1e18};
        for (auto const &ring : rings) {
            auto const b = box_of(ring);
            box = {std::min(box.left, b.left), std::min(box.bottom, b.bottom), std::max(box.right, b.right),
                   std::max(box.top, b.top)};
        }
        std::vector<std::pair<double, geo::MapPoint>> spots;
        for (double y = std::ceil(box.bottom / step) * step; y < box.top; y += step) {
            for (double x = std::ceil(box.left / step) * step; x < box.right; x += step) {
                if (double const room = clearance(rings, {x, y}); room > roomy) {
                    spots.emplace_back(room, geo::MapPoint{x, y});
                }
            }
        }
        std::ranges::stable_sort(spots, std::greater{}, &std::pair<double, geo::MapPoint>::first);
        for (auto const &[room, at] : spots) {
            bool const own = std::ranges::all_of(
                seats, [&](RegionSeat const &s) { return std::hypot(s.at.x - at.x, s.at.y - at.y) > apart; });
            if (own && seats.size() < most) {
                seats.push_back(seat_at(rings, at, room));
            }
        }
    }

    /// Distance to the nearest edge from a point within the rings; 0 outside.
    static double clearance(Rings const &rings, geo::MapPoint p)
    {
        bool in = false;
        double least = 1e30; // squared
        for (auto const &ring : rings) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                auto const &[a, b] = std::tie(ring[i], ring[i + 1]);
                if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
                    in = !in;
                }
                double const dx = b.x - a.x;
                double const dy = b.y - a.y;
                double const l = dx * dx + dy * dy;
                double const t = l > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / l, 0.0, 1.0) : 0.0;
                double const ex = a.x + dx * t - p.x;
                double const ey = a.y + dy * t - p.y;
                least = std::min(least, ex * ex + ey * ey);
            }
        }
        return in ? std::sqrt(least) : 0;
    }

    static RegionSeat seat_at(Rings const &rings, geo::MapPoint centre, double radius)
    {
        RegionSeat seat{centre, radius, centre, centre};
        double best = 0;
        for (int degrees = -60; degrees <= 60; degrees += 10) {
            double const angle = degrees * std::numbers::pi / 180;
            auto const [back, ahead] = reach(rings, centre, {std::cos(angle), std::sin(angle)});
            // Level letters read best: a steep way must be much longer.
            if (double const worth = (back + ahead) * (1 - std::abs(degrees) / 90.0); worth > best) {
                best = worth;
                seat.from = {centre.x - std::cos(angle) * back, centre.y - std::sin(angle) * back};
                seat.to = {centre.x + std::cos(angle) * ahead, centre.y + std::sin(angle) * ahead};
            }
        }
        return seat;
    }

    /// How far one can go from a point within rings, against and along a direction, before an edge is met.
    static std::pair<double, double> reach(Rings const &rings, geo::MapPoint from, geo::MapPoint direction)
    {
        constexpr double far = 1e7;
        double back = far;
        double ahead = far;
        for (auto const &ring : rings) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                auto const side = [&](geo::MapPoint p) {
                    return (p.y - from.y) * direction.x - (p.x - from.x) * direction.y;
                };
                double const a = side(ring[i]);
                double const b = side(ring[i + 1]);
                if ((a > 0) == (b > 0)) {
                    continue;
                }
                double const t = a / (a - b);
                double const x = ring[i].x + (ring[i + 1].x - ring[i].x) * t - from.x;
                double const y = ring[i].y + (ring[i + 1].y - ring[i].y) * t - from.y;
                double const along = x * direction.x + y * direction.y;
                (along > 0 ? ahead : back) = std::min(along > 0 ? ahead : back, std::abs(along));
            }
        }
        return {back < far ? back : 0, ahead < far ? ahead : 0};
    }

    void make_graticule()
    {
        auto const &e = m_base.extent;
        auto const line = [&](geo::LonLat from, geo::LonLat to, geo::Index kind, int degrees) {
            geo::LineString points;
            for (int i = 0; i <= 60; ++i) {
                points.push_back({std::lerp(from.lon, to.lon, i / 60.0), std::lerp(from.lat, to.lat, i / 60.0)});
            }
            add_line(m.graticule, points, kind, degrees);
        };
        for (int lon = static_cast<int>(std::ceil(e.west)); lon <= e.east; ++lon) {
            line({static_cast<double>(lon), e.south}, {static_cast<double>(lon), e.north}, 0, lon);
        }
        for (int lat = static_cast<int>(std::ceil(e.south)); lat <= e.north; ++lat) {
            line({e.west, static_cast<double>(lat)}, {e.east, static_cast<double>(lat)}, 1, lat);
        }
    }

    void make_relief()
    {
        if (m_base.relief.empty()) {
            return;
        }
        constexpr double cell = 1100; // metres; the heights are good to about 3 km
        auto const shading = geo::hillshade(m_base.relief, m_projection, cell, m_sea);
        m.relief_box = {shading.left, shading.top - shading.height * cell, shading.left + shading.width * cell,
                        shading.top};
        m.relief = std::make_shared<Raster const>(shading_picture(shading.width, shading.height, shading.grey));
    }

    geo::BaseMap const &m_base;
    geo::Projection const &m_projection;
    ModelWatch const &m_watch;
    MapModel &m;
    MapBox m_home; ///< what the atlas shows first
    geo::MultiPolygon m_sea;
    std::unordered_set<std::uint64_t> m_shore; ///< corners of the sea
};

} // namespace

bool holds(MapModel const &map, geo::Index region, geo::MapPoint p)
{
    if (map.atlas->regions[region].guest != 0) {
        return map.guests->holds(region, p);
    }
    auto const left_of = [&](geo::MapPoint a, geo::MapPoint b) {
        return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0;
    };
    return std::ranges::any_of(map.regions, [&](ModelArea const &area) {
        if (area.index != region || p.x < area.box.left || p.x > area.box.right || p.y < area.box.bottom ||
            p.y > area.box.top) {
            return false;
        }
        auto const &t = *area.triangles;
        for (std::size_t i = 0; i + 2 < t.size(); i += 3) {
            auto const &[a, b, c] = std::tie(area.points[t[i]], area.points[t[i + 1]], area.points[t[i + 2]]);
            if (left_of(a, b) == left_of(b, c) && left_of(b, c) == left_of(c, a)) {
                return true;
            }
        }
        return false;
    });
}

Raster shading_picture(unsigned width, unsigned height, std::vector<std::uint8_t> const &grey)
{
    Raster raster{width, height, std::vector<std::uint8_t>(grey.size() * 4)};
    auto *pixel = raster.rgba.data();
    for (auto const g : grey) {
        // Shadows lean to the warm side, so that the paper stays paper.
        pixel[0] = static_cast<std::uint8_t>(std::min(255, g + (255 - g) / 9));
        pixel[1] = g;
        pixel[2] = static_cast<std::uint8_t>(g - (255 - g) / 12);
        pixel[3] = 255;
        pixel += 4;
    }
    return raster;
}

MapModel make_map_model(std::shared_ptr<geo::Atlas const> atlas, geo::BaseMap const &base,
                        geo::Projection const &projection)
{
    return make_map_model(std::move(atlas), base, projection, {});
}

MapModel make_map_model(std::shared_ptr<geo::Atlas const> atlas, geo::BaseMap const &base,
                        geo::Projection const &projection, ModelWatch const &watch)
{
    MapModel model;
    model.guests = std::make_shared<GuestShapes const>(atlas, projection);
    model.atlas = std::move(atlas);
    Maker{base, projection, model, watch}.make();
    return model;
}

} // namespace app
