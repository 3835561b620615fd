#include "geo/project/projection.hpp"

#include <fmt/format.h>
#include <proj.h>

#include <cmath>
#include <stdexcept>

namespace geo {
namespace {

/// A conic for the extent, its standard parallels a sixth in from north and south (Snyder 1987, p. 99).
std::string conic_for(Box const &box)
{
    double const height = box.north - box.south;
    return fmt::format(
        "+proj=lcc +lat_0={:.6f} +lon_0={:.6f} +lat_1={:.6f} +lat_2={:.6f} +datum=WGS84 +units=m +type=crs",
        (box.south + box.north) / 2, (box.west + box.east) / 2, box.south + height / 6, box.north - height / 6);
}

} // namespace

struct Projection::Handle
{
    PJ_CONTEXT *context = proj_context_create();
    PJ *transform = nullptr;

    Handle() = default;
    Handle(Handle const &) = delete;
    Handle &operator=(Handle const &) = delete;
    ~Handle()
    {
        proj_destroy(transform);
        proj_context_destroy(context);
    }
};

Projection::Projection(std::string const &crs, Box const &extent)
: m_handle{std::make_unique<Handle>()}, m_definition{crs.empty() ? conic_for(extent) : crs}
{
    auto *const context = m_handle->context;
    proj_log_level(context, PJ_LOG_NONE); // the reason goes into our message instead
    PJ *const raw = proj_create_crs_to_crs(context, "OGC:CRS84", m_definition.c_str(), nullptr);
    if (raw == nullptr) {
        throw std::runtime_error{fmt::format("the projection '{}' cannot be used: {}", m_definition,
                                             proj_context_errno_string(context, proj_context_errno(context)))};
    }
    m_handle->transform = proj_normalize_for_visualization(context, raw); // longitude first, east first
    proj_destroy(raw);
    if (auto const middle = forward({(extent.west + extent.east) / 2, (extent.south + extent.north) / 2});
        !std::isfinite(middle.x) || !std::isfinite(middle.y)) {
        throw std::runtime_error{fmt::format("the projection '{}' does not cover the atlas", m_definition)};
    }
}

Projection::~Projection() = default;
Projection::Projection(Projection &&) noexcept = default;
Projection &Projection::operator=(Projection &&) noexcept = default;

MapPoint Projection::forward(LonLat at) const
{
    auto const out = proj_trans(m_handle->transform, PJ_FWD, proj_coord(at.lon, at.lat, 0, 0));
    return {out.xy.x, out.xy.y};
}

LonLat Projection::inverse(MapPoint at) const
{
    auto const out = proj_trans(m_handle->transform, PJ_INV, proj_coord(at.x, at.y, 0, 0));
    return {out.xy.x, out.xy.y};
}

} // namespace geo
