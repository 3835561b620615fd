#include "app/scene/region_borders.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace app {
namespace {

using Key = std::pair<long, long>;
using Edge = std::pair<Key, Key>;

Key key(geo::LonLat p)
{
    return {std::lround(p.lon * 1e5), std::lround(p.lat * 1e5)};
}

Edge edge(geo::LonLat a, geo::LonLat b)
{
    return std::minmax(key(a), key(b));
}

/// Tests points against the sea, ring by ring with their boxes.
class Sea
{
public:
    explicit Sea(geo::MultiPolygon const &areas)
    {
        for (auto const &polygon : areas) {
            for (auto const &ring : polygon) {
                geo::Box box{180, 90, -180, -90};
                for (auto const &p : ring) {
                    box = {std::min(box.west, p.lon), std::min(box.south, p.lat), std::max(box.east, p.lon),
                           std::max(box.north, p.lat)};
                }
                m_rings.emplace_back(box, &ring);
            }
        }
    }

    [[nodiscard]] bool contains(geo::LonLat p) const
    {
        bool in = false;
        for (auto const &[box, ring] : m_rings) {
            if (p.lat < box.south || p.lat > box.north || p.lon > box.east) {
                continue; // no edge of it lies to the right of the point
            }
            for (std::size_t i = 0; i + 1 < ring->size(); ++i) {
                auto const &a = (*ring)[i];
                auto const &b = (*ring)[i + 1];
                if ((a.lat > p.lat) != (b.lat > p.lat) &&
                    p.lon < a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) {
                    in = !in;
                }
            }
        }
        return in;
    }

private:
    std::vector<std::pair<geo::Box, geo::LineString const *>> m_rings;
};

/// Collects the stretches; lives for one call.
class Collector
{
public:
    Collector(geo::Atlas const &atlas, geo::MultiPolygon const &sea, geo::Projection const &projection)
    : m_atlas{atlas}, m_sea{sea}, m_projection{projection}
    {
        each_edge([&](geo::Index i, geo::LonLat a, geo::LonLat b) {
            auto &owners = m_owners[edge(a, b)];
            if (owners.empty() || owners.back() != i) {
                owners.push_back(i);
            }
        });
    }

    std::vector<RegionBorder> collect()
    {
        each_edge([&](geo::Index i, geo::LonLat a, geo::LonLat b) {
            auto const &owners = m_owners.at(edge(a, b));
            if (owners.size() < 2 || owners.front() != i) {
                finish(); // the frame of the map, or told by another owner
                return;
            }
            add(owners, a, b);
        });
        finish();
        return std::move(m_borders);
    }

private:
    template <typename Visit>
    void each_edge(Visit const &visit)
    {
        for (std::size_t i = 0; i < m_atlas.regions.size(); ++i) {
            if (!holds_land(m_atlas.regions[i].status) || m_atlas.regions[i].guest != 0) {
                continue;
            }
            for (auto const &polygon : m_atlas.regions[i].shape) {
                for (auto const &ring : polygon) {
                    for (std::size_t k = 0; k + 1 < ring.size(); ++k) {
                        visit(static_cast<geo::Index>(i), ring[k], ring[k + 1]);
                    }
                }
            }
        }
    }

    void add(geo::Indices const &owners, geo::LonLat a, geo::LonLat b)
    {
        if (m_run.owners != owners || m_last != a) {
            finish();
            m_run.owners = owners;
        }
        // Long edges end at the shore to about a kilometre.
        double const reach = std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat));
        int const pieces = m_sea.contains(a) != m_sea.contains(b) ? std::max(1, static_cast<int>(reach / 0.01)) : 1;
        for (int i = 0; i < pieces; ++i) {
            auto const at = [&](int k) {
                return geo::LonLat{std::lerp(a.lon, b.lon, 1.0 * k / pieces),
                                   std::lerp(a.lat, b.lat, 1.0 * k / pieces)};
            };
            auto const from = at(i);
            auto const to = at(i + 1);
            if (m_sea.contains({(from.lon + to.lon) / 2, (from.lat + to.lat) / 2})) {
                auto const kept = m_run.owners;
                finish();
                m_run.owners = kept;
                continue;
            }
            if (m_run.points.empty()) {
                m_run.points.push_back(m_projection.forward(from));
            }
            m_run.points.push_back(m_projection.forward(to));
        }
        m_last = b;
    }

    void finish()
    {
        if (m_run.points.size() > 1) {
            m_run.box = {1e18, 1e18, -1e18, -1e18};
            for (auto const &p : m_run.points) {
                m_run.box = {std::min(m_run.box.left, p.x), std::min(m_run.box.bottom, p.y),
                             std::max(m_run.box.right, p.x), std::max(m_run.box.top, p.y)};
            }
            m_run.uncertainty_km = m_atlas.regions[m_run.owners.front()].uncertainty_km;
            for (auto const owner : m_run.owners) {
                m_run.uncertainty_km = std::min(m_run.uncertainty_km, m_atlas.regions[owner].uncertainty_km);
            }
            m_borders.push_back(std::move(m_run));
        }
        m_run = {};
    }

    geo::Atlas const &m_atlas;
    Sea m_sea;
    geo::Projection const &m_projection;
    std::map<Edge, geo::Indices> m_owners;
    std::vector<RegionBorder> m_borders;
    RegionBorder m_run;
    geo::LonLat m_last;
};

} // namespace

std::vector<RegionBorder> region_borders(geo::Atlas const &atlas, geo::MultiPolygon const &sea,
                                         geo::Projection const &projection)
{
    return Collector{atlas, sea, projection}.collect();
}

bool divides(RegionBorder const &border, geo::Atlas const &atlas, geo::Indices const &alive)
{
    std::string const *first = nullptr;
    for (auto const owner : border.owners) {
        if (!std::ranges::binary_search(alive, owner)) {
            continue;
        }
        auto const &polity = atlas.regions[owner].polity;
        if (first != nullptr && *first != polity) {
            return true;
        }
        first = &polity;
    }
    return false;
}

bool holds_land(geo::Status status)
{
    return status == geo::Status::sovereign || status == geo::Status::controlled || status == geo::Status::occupied;
}

} // namespace app
