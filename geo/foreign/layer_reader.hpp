#pragma once

#include "geo/foreign/reproject.hpp"
#include "geo/foreign/sink.hpp"

#include <string>
#include <vector>

class OGRCurve;
class OGRFeature;
class OGRGeometry;
class OGRLayer;
class OGRLineString;
class OGRPolygon;
class OGRSimpleCurve;

namespace geo {

// Include this only from .cpp files of geo/foreign.

/// Brings the features of one of GDAL's layers into a sink, in degrees.
class LayerReader
{
public:
    /// \param from, share part of the whole file's progress that this layer is
    LayerReader(OGRLayer &layer, FeatureSink &sink, double from = 0, double share = 1);

    /// All of it, from start to end.
    void read();
    /// Opens the layer in the sink; needed before take() and take_all().
    void begin();
    /// Every feature that the layer's filter lets pass.
    void take_all();
    void take(OGRFeature const &feature);

private:
    static std::string value_of(OGRFeature const &feature, int field);
    void add_geometry(OGRGeometry const &geometry, ForeignFeature &&feature);
    void deliver(ForeignFeature &&feature);
    Geometry checked(LonLat at);
    LineString line_of(OGRSimpleCurve const &curve);
    Polygon polygon_of(OGRPolygon const &polygon);
    static bool is_trajectory(OGRLineString const &line);
    void add_line(OGRLineString const &curve, ForeignFeature &feature);

    OGRLayer &m_layer;
    FeatureSink &m_sink;
    ToWgs84 m_to;
    double m_from;
    double m_share;
    double m_total = 1; ///< features, as far as is known
    std::vector<std::size_t> m_columns;
    bool m_spatial = true;
    bool m_numbered = false; ///< the number of a row is its name: no column "id" has another
    long m_outside = 0;
};

} // namespace geo
