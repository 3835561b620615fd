#pragma once

#include "geo/model/geometry.hpp"

#include <geos_c.h>

#include <memory>

namespace geo {

// The gate to GEOS: include this only from .cpp files of geo/.

/// A GEOS context that is silent; its failures show as null results.
class GeosContext
{
public:
    GeosContext() : m_handle{GEOS_init_r()} {}
    ~GeosContext() { GEOS_finish_r(m_handle); }
    GeosContext(GeosContext const &) = delete;
    GeosContext &operator=(GeosContext const &) = delete;
    [[nodiscard]] GEOSContextHandle_t get() const { return m_handle; }

private:
    GEOSContextHandle_t m_handle;
};

struct GeosDeleter
{
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry *geometry) const { GEOSGeom_destroy_r(context, geometry); }
};
using GeosPtr = std::unique_ptr<GEOSGeometry, GeosDeleter>;

/// A ring as a GEOS sequence of x, y. The caller gives it to a GEOS geometry, which owns it.
template <typename Points, typename X, typename Y>
GEOSCoordSequence *geos_sequence(GEOSContextHandle_t context, Points const &points, X const &x, Y const &y)
{
    auto *const sequence = GEOSCoordSeq_create_r(context, static_cast<unsigned>(points.size()), 2);
    for (unsigned i = 0; i < points.size(); ++i) {
        GEOSCoordSeq_setXY_r(context, sequence, i, x(points[i]), y(points[i]));
    }
    return sequence;
}

} // namespace geo
