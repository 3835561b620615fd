#include "app/scene/map_model.hpp"

#include "app/scene/prepared_shapes.hpp"

#include "geo/movement/trajectory.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/raster/hillshade.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

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
    Maker(geo::BaseMap const &base, geo::Projection const &projection, MapModel &model)
    : m_base{base}, m_projection{projection}, m{model}
    {}

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
            make_regions();
            make_relief();
        }
    }

private:
    [[nodiscard]] std::vector<geo::MapPoint> projected(geo::LineString const &line) const
    {
        std::vector<geo::MapPoint> points;
        points.reserve(line.size());
        for (auto const &at : line) {
            if (auto const p = m_projection.forward(at); std::isfinite(p.x) && std::isfinite(p.y)) {
                points.push_back(p);
            }
        }
        return points;
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
            bool const guest = region.guest != 0; // somebody else's area: as it is, also where it is sea
            auto const land = guest ? region.shape : geo::difference(region.shape, m_sea);
            for (auto const &polygon : land) {
                add_area(m.regions, polygon, i);
            }
            if (guest) {
                m.seats.emplace_back();
            } else {
                add_seat(land);
            }
            if (guest || region.status == geo::Status::claimed || region.status == geo::Status::neutral) {
                for (auto const &polygon : land) {
                    for (auto const &ring : polygon) {
                        add_line(m.claim_edges, ring, i, 5);
                    }
                }
            }
        }
    }

    void make_history()
    {
        auto const &atlas = *m.atlas;
        for (std::size_t i = 0; i < atlas.lines.size(); ++i) {
            for (auto const &part : atlas.lines[i].shape) {
                add_line(m.lines, part, i, 5);
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
    }

    void add_seat(geo::MultiPolygon const &land)
    {
        auto const circle = geo::inscribed_circle(land);
        auto const centre = m_projection.forward(circle.centre);
        auto const rim = m_projection.forward(circle.rim);
        m.seats.push_back({centre, std::hypot(rim.x - centre.x, rim.y - centre.y)});
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
    MapModel &m;
    geo::MultiPolygon m_sea;
};

} // namespace

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
    MapModel model;
    model.atlas = std::move(atlas);
    Maker{base, projection, model}.make();
    return model;
}

} // namespace app
