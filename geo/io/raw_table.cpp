#include "geo/io/raw_table.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/gdal.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace geo {
namespace {

LineString to_line(OGRSimpleCurve const &curve)
{
    LineString line;
    line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) {
        line.push_back({curve.getX(i), curve.getY(i)});
    }
    return line;
}

Polygon to_polygon(OGRPolygon const &polygon)
{
    Polygon rings;
    for (auto const *ring : polygon) {
        rings.push_back(to_line(*ring));
    }
    return rings;
}

Geometry to_geometry(OGRGeometry const &geometry, std::string &fault)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        return LonLat{geometry.toPoint()->getX(), geometry.toPoint()->getY()};
    case wkbLineString:
        return MultiLine{to_line(*geometry.toLineString())};
    case wkbPolygon:
        return MultiPolygon{to_polygon(*geometry.toPolygon())};
    case wkbMultiLineString: {
        MultiLine lines;
        for (auto const *line : *geometry.toMultiLineString()) {
            lines.push_back(to_line(*line));
        }
        return lines;
    }
    case wkbMultiPolygon: {
        MultiPolygon polygons;
        for (auto const *polygon : *geometry.toMultiPolygon()) {
            polygons.push_back(to_polygon(*polygon));
        }
        return polygons;
    }
    default:
        fault = fmt::format("a {} cannot be used here", geometry.getGeometryName());
        return {};
    }
}

/// Why the coordinates cannot be longitude and latitude, or "".
std::string coordinate_fault(OGRGeometry const &geometry)
{
    OGREnvelope box;
    geometry.getEnvelope(&box);
    for (double const value : {box.MinX, box.MaxX, box.MinY, box.MaxY}) {
        if (!std::isfinite(value)) {
            return "a coordinate is not a finite number";
        }
    }
    if (box.MinX < -180 || box.MaxX > 180 || box.MinY < -90 || box.MaxY > 90) {
        return fmt::format("coordinates reach from {:.4f},{:.4f} to {:.4f},{:.4f}, which is no longitude and latitude; "
                           "store WGS 84 degrees, longitude first",
                           box.MinX, box.MinY, box.MaxX, box.MaxY);
    }
    return {};
}

std::string validity_fault(OGRGeometry const &geometry)
{
    if (geometry.getDimension() < 2) {
        return {};
    }
    ErrorTrap const errors; // GEOS gives its reason as a warning
    return geometry.IsValid() ? std::string{} : errors.reason();
}

std::string value_of(OGRFeature const &feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) {
        return {};
    }
    if (feature.GetFieldDefnRef(field)->GetType() != OFTStringList) {
        return feature.GetFieldAsString(field);
    }
    std::string joined; // a JSON array: the same as our ";" lists
    for (char **item = feature.GetFieldAsStringList(field); item != nullptr && *item != nullptr; ++item) {
        joined += (joined.empty() ? "" : ";") + std::string{*item};
    }
    return joined;
}

RawFeature to_raw(OGRFeature const &feature, int fields)
{
    RawFeature raw;
    for (int i = 0; i < fields; ++i) {
        raw.values.push_back(value_of(feature, i));
    }
    if (auto const *geometry = feature.GetGeometryRef(); geometry != nullptr && !geometry->IsEmpty()) {
        raw.geometry_fault = coordinate_fault(*geometry);
        if (raw.geometry_fault.empty()) {
            raw.geometry_fault = validity_fault(*geometry);
        }
        raw.geometry = to_geometry(*geometry, raw.geometry_fault);
    }
    return raw;
}

void require_utf8(std::filesystem::path const &file)
{
    std::ifstream in{file, std::ios::binary};
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (!CPLIsUTF8(line.data(), static_cast<int>(line.size()))) {
            throw DataError{file,
                            fmt::format("line {} is not UTF-8 text; save the file in the encoding UTF-8", number)};
        }
    }
}

} // namespace

RawTable read_layer(OGRLayer &layer)
{
    RawTable table;
    table.file = layer.GetName();
    auto const &definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        table.fields.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    std::vector<std::pair<GIntBig, RawFeature>> rows;
    CPLErrorReset();
    ErrorTrap const errors;
    for (auto const &feature : layer) {
        rows.emplace_back(feature->GetFID(), to_raw(*feature, definition.GetFieldCount()));
    }
    if (CPLGetLastErrorType() >= CE_Failure && errors.heard()) {
        throw std::runtime_error{errors.reason()};
    }
    if (bool const keyed = *layer.GetFIDColumn() != '\0'; keyed) { // a database gives its rows in any order
        std::ranges::stable_sort(rows, {}, &std::pair<GIntBig, RawFeature>::first);
    }
    for (auto &row : rows) {
        table.features.push_back(std::move(row.second));
    }
    return table;
}

RawTable read_table(std::filesystem::path const &file)
try {
    require_utf8(file);
    auto const dataset = open_vector(file);
    if (dataset->GetLayerCount() != 1) {
        throw DataError{file, fmt::format("holds {} layers where one is expected", dataset->GetLayerCount())};
    }
    auto table = read_layer(*dataset->GetLayer(0));
    table.file = file.filename().string();
    return table;
} catch (DataError const &) {
    throw;
} catch (std::runtime_error const &failure) { // from read_layer, which does not know the file
    throw DataError{file, failure.what()};
}

} // namespace geo
