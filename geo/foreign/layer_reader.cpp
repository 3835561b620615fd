#include "geo/foreign/layer_reader.hpp"

#include "geo/foreign/piece_builder.hpp"
#include "geo/io/gdal.hpp"
#include "geo/io/limits.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>

namespace geo {

LayerReader::LayerReader(OGRLayer &layer, FeatureSink &sink, double from, double share)
: m_layer{layer}, m_sink{sink}, m_to{ToWgs84::from(layer.GetSpatialRef())}, m_from{from}, m_share{share}
{}

void LayerReader::begin()
{
    m_sink.layer(m_layer.GetName());
    auto const &definition = *m_layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        m_columns.push_back(m_sink.field(definition.GetFieldDefn(i)->GetNameRef()));
    }
    m_spatial = definition.GetGeomType() != wkbNone;
    m_numbered = *m_layer.GetFIDColumn() != '\0' && definition.GetFieldIndex("id") < 0;
}

void LayerReader::read()
{
    begin();
    m_total = static_cast<double>(std::max<GIntBig>(m_layer.GetFeatureCount(FALSE), 1));
    take_all();
}

void LayerReader::take_all()
{
    long count = 0;
    m_layer.ResetReading();
    while (std::unique_ptr<OGRFeature> feature{m_layer.GetNextFeature()}) {
        take(*feature);
        if (++count % 256 == 0) {
            m_sink.progress(m_from + m_share * std::min(1.0, static_cast<double>(count) / m_total));
        }
    }
    m_sink.drop("coordinates that are no longitude and latitude in degrees", std::exchange(m_outside, 0));
}

void LayerReader::take(OGRFeature const &feature)
{
    ForeignFeature made;
    made.values.resize(m_columns.size());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        made.values[i] = value_of(feature, static_cast<int>(i));
    }
    if (m_numbered && feature.GetFID() != OGRNullFID) {
        made.id = std::to_string(feature.GetFID());
    }
    auto const *const geometry = feature.GetGeometryRef();
    if (geometry != nullptr && !geometry->IsEmpty()) {
        add_geometry(*geometry, std::move(made));
    } else if (m_spatial) {
        m_sink.drop("features without geometry");
    } else {
        m_sink.feature(std::move(made)); // its place stands in its columns, if anywhere
    }
}

std::string LayerReader::value_of(OGRFeature const &feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) {
        return {};
    }
    auto const &definition = *feature.GetFieldDefnRef(field);
    if (definition.GetType() == OFTReal) { // GetFieldAsString would round
        double const value = feature.GetFieldAsDouble(field);
        std::array<char, 40> text{};
        auto const end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
        return {text.data(), end};
    }
    if (definition.GetType() == OFTBinary) {
        return {};
    }
    return feature.GetFieldAsString(field);
}

void LayerReader::add_geometry(OGRGeometry const &geometry, ForeignFeature &&feature)
{
    auto const type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbGeometryCollection) {
        for (auto const *part : *geometry.toGeometryCollection()) {
            auto copy = feature;
            add_geometry(*part, std::move(copy));
        }
        return;
    }
    if (OGR_GT_IsNonLinear(type)) {
        std::unique_ptr<OGRGeometry> const linear{geometry.getLinearGeometry()};
        add_geometry(*linear, std::move(feature));
        return;
    }
    switch (type) {
    case wkbPoint:
        feature.geometry = checked({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
        break;
    case wkbMultiPoint:
        for (auto const *point : *geometry.toMultiPoint()) {
            if (auto const at = checked({point->getX(), point->getY()}); at.index() != 0) {
                feature.points.push_back(std::get<LonLat>(at));
            }
        }
        break;
    case wkbLineString:
        add_line(*geometry.toLineString(), feature);
        break;
    case wkbMultiLineString:
        for (auto const *line : *geometry.toMultiLineString()) {
            add_line(*line, feature);
        }
        break;
    case wkbPolygon: {
        MultiPolygon areas;
        areas.push_back(polygon_of(*geometry.toPolygon())); // a list in braces would be copied
        feature.geometry = std::move(areas);
        break;
    }
    case wkbMultiPolygon: {
        MultiPolygon areas;
        for (auto const *area : *geometry.toMultiPolygon()) {
            areas.push_back(polygon_of(*area));
        }
        feature.geometry = std::move(areas);
        break;
    }
    default:
        m_sink.drop(fmt::format("geometries of the type {}", geometry.getGeometryName()));
        return;
    }
    deliver(std::move(feature));
}

void LayerReader::deliver(ForeignFeature &&feature)
{
    if (feature.geometry.index() == 0 && feature.points.empty() && feature.track.empty()) {
        m_sink.drop("features whose geometry could not be brought to degrees, or has too few points");
    } else {
        m_sink.feature(std::move(feature));
    }
}

Geometry LayerReader::checked(LonLat at)
{
    m_to.apply(at);
    m_outside += is_lonlat(at) ? 0 : 1;
    return is_lonlat(at) ? Geometry{at} : Geometry{};
}

LineString LayerReader::line_of(OGRSimpleCurve const &curve)
{
    LineString line(static_cast<std::size_t>(curve.getNumPoints()));
    bool sound = true;
    if (!line.empty()) {
        curve.getPoints(&line.front().lon, sizeof(LonLat), &line.front().lat, sizeof(LonLat));
        for (auto const at : line) {
            sound &= is_lonlat(at); // every one, without a branch
        }
    }
    if (m_to.changes()) {
        m_to.apply(line);
        sound = false; // to be looked at
    }
    if (!sound) {
        m_outside += static_cast<long>(std::erase_if(line, [](LonLat at) { return !is_lonlat(at); }));
    }
    return line;
}

Polygon LayerReader::polygon_of(OGRPolygon const &polygon)
{
    Polygon rings;
    for (auto const *ring : polygon) {
        rings.push_back(line_of(*ring));
    }
    return rings;
}

/// M that rises strictly: seconds since 1970, as PostGIS's trajectories count.
bool LayerReader::is_trajectory(OGRLineString const &line)
{
    if (line.IsMeasured() == 0 || line.getNumPoints() < 2) {
        return false;
    }
    for (int i = 1; i < line.getNumPoints(); ++i) {
        if (!(line.getM(i) > line.getM(i - 1))) {
            return false;
        }
    }
    return true;
}

void LayerReader::add_line(OGRLineString const &curve, ForeignFeature &feature)
{
    if (!is_trajectory(curve)) {
        if (curve.IsMeasured() != 0) {
            m_sink.drop("measures of lines that do not rise (no times of a track)");
        }
        if (auto line = line_of(curve); line.size() > 1) {
            if (!std::holds_alternative<MultiLine>(feature.geometry)) {
                feature.geometry = MultiLine{};
            }
            std::get<MultiLine>(feature.geometry).push_back(std::move(line));
        }
        return;
    }
    PieceBuilder piece;
    piece.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) {
        if (auto const at = checked({curve.getX(i), curve.getY(i)}); at.index() != 0) {
            piece.add(std::get<LonLat>(at), curve.getM(i), std::nullopt);
        }
    }
    piece.finish(feature, m_sink);
}

} // namespace geo
