#include "app/scene/guest_shapes.hpp"

#include "geo/overlay/overlay.hpp"
#include "geo/project/dense_line.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

namespace app {
namespace {

constexpr MapBox everywhere{-1e18, -1e18, 1e18, 1e18};

std::optional<geo::Box> box_of(std::span<geo::LonLat const> points)
{
    if (points.empty()) {
        return std::nullopt;
    }
    geo::Box box{points[0].lon, points[0].lat, points[0].lon, points[0].lat};
    for (auto const &p : points) {
        box = {std::min(box.west, p.lon), std::min(box.south, p.lat), std::max(box.east, p.lon),
               std::max(box.north, p.lat)};
    }
    return box;
}

/// What the points reach over in the plane; never less.
MapBox reach_of(geo::Projection const &projection, geo::LineString const &points)
{
    constexpr double small = 4; // degrees, within which the plane is smooth
    auto const degrees = box_of(points);
    if (!degrees) {
        return {};
    }
    MapBox reach{1e18, 1e18, -1e18, -1e18};
    auto const add = [&](geo::MapPoint p) {
        reach = {std::min(reach.left, p.x), std::min(reach.bottom, p.y), std::max(reach.right, p.x),
                 std::max(reach.top, p.y)};
        return std::isfinite(p.x) && std::isfinite(p.y);
    };
    auto const &[west, south, east, north] = *degrees;
    if (east - west > small || north - south > small) {
        std::ranges::for_each(geo::forward_dense(projection, points), add);
        return reach;
    }
    bool whole = true;
    for (auto const &p : {geo::LonLat{west, south}, {east, south}, {east, north}, {west, north},
                          {(west + east) / 2, south}, {(west + east) / 2, north}}) {
        whole = add(projection.forward(p)) && whole;
    }
    if (!whole) {
        return everywhere;
    }
    double const margin = 0.01 * std::max(reach.right - reach.left, reach.top - reach.bottom) + 1; // sides are curved
    return {reach.left - margin, reach.bottom - margin, reach.right + margin, reach.top + margin};
}

} // namespace

GuestShapes::GuestShapes(std::shared_ptr<geo::Atlas const> atlas, geo::Projection const &projection)
: m_atlas{std::move(atlas)}, m_definition{projection.definition()}
{}

GuestShapes::Found const &GuestShapes::found() const
{
    std::call_once(m_once, [&] {
        Lease const lease{*this};
        for (std::size_t i = 0; i < m_atlas->lines.size(); ++i) {
            if (m_atlas->lines[i].guest != 0) {
                for (auto const &part : m_atlas->lines[i].shape) {
                    m_found.lines.push_back(
                        {&part, static_cast<geo::Index>(i), reach_of(lease.projection(), part)});
                }
            }
        }
        for (std::size_t i = 0; i < m_atlas->regions.size(); ++i) {
            if (m_atlas->regions[i].guest != 0) {
                for (auto const &part : m_atlas->regions[i].shape) {
                    m_found.areas.push_back(
                        {&part, static_cast<geo::Index>(i), reach_of(lease.projection(), part.front())});
                }
            }
        }
    });
    return m_found;
}

bool GuestShapes::holds(geo::Index region, geo::MapPoint p) const
{
    auto const of_region = std::ranges::equal_range(areas(), region, {}, &Area::index);
    MapBox const at{p.x - 1, p.y - 1, p.x + 1, p.y + 1};
    if (std::ranges::none_of(of_region, [&](Area const &area) { return area.box.meets(at); })) {
        return false;
    }
    Lease const lease{*this};
    auto const degrees = lease.projection().inverse(p);
    return std::ranges::any_of(of_region, [&](Area const &area) {
        return area.box.meets(at) && geo::inside(degrees, *area.rings);
    });
}

GuestShapes::Lease::Lease(GuestShapes const &of) : m_of{of}
{
    {
        std::scoped_lock const lock{of.m_mutex};
        if (!of.m_projections.empty()) {
            m_projection = std::move(of.m_projections.back());
            of.m_projections.pop_back();
            return;
        }
    }
    m_projection = std::make_unique<geo::Projection>(of.m_definition, of.m_atlas->info.home);
}

GuestShapes::Lease::~Lease()
{
    std::scoped_lock const lock{m_of.m_mutex};
    m_of.m_projections.push_back(std::move(m_projection));
}

} // namespace app
