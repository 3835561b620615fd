#include "geo/foreign/limits.hpp"
#include "geo/foreign/piece_builder.hpp"
#include "geo/foreign/readers.hpp"
#include "geo/foreign/reproject.hpp"
#include "geo/io/data_error.hpp"
#include "geo/io/gdal.hpp"
#include "geo/store/location.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace geo {
namespace {

/// Drivers that ask a network, follow references to other files, or have a reader of their own here.
constexpr std::array<std::string_view, 24> kept_out{
    "HTTP", "WFS",          "OAPIF",   "Carto", "Elasticsearch", "AmigoCloud", "PLSCENES", "NGW",
    "CSW",  "MongoDBv3",    "OGR_VRT", "GMLAS", "EEDA",          "Memory",     "GeoRSS",   "CAD",
    "ODBC", "MSSQLSpatial", "MySQL",   "OCI",   "HANA",          "KML",        "LIBKML",   "GPX"};

CPLStringList allowed_drivers(bool server)
{
    CPLStringList names;
    if (server) {
        names.AddString("PostgreSQL");
        return names;
    }
    auto &manager = *GetGDALDriverManager();
    for (int i = 0; i < manager.GetDriverCount(); ++i) {
        auto *const driver = manager.GetDriver(i);
        bool const vector = driver->GetMetadataItem(GDAL_DCAP_VECTOR) != nullptr;
        if (vector && driver->GetMetadataItem(GDAL_DMD_CONNECTION_PREFIX) == nullptr &&
            std::ranges::find(kept_out, driver->GetDescription()) == kept_out.end()) {
            names.AddString(driver->GetDescription());
        }
    }
    for (char const *const prefixed : {"GPKG", "SQLite", "CSV", "OpenFileGDB", "MVT", "PGDUMP"}) {
        if (manager.GetDriverByName(prefixed) != nullptr && names.FindString(prefixed) < 0) {
            names.AddString(prefixed);
        }
    }
    return names;
}

/// Options of drivers by which nothing of a date is lost, and no row is thought away.
CPLStringList options_for(std::filesystem::path const &file)
{
    CPLStringList options;
    auto const ending = file.extension().string();
    if (ending == ".csv" || ending == ".tsv" || ending == ".txt") {
        options.AddString("EMPTY_STRING_AS_NULL=YES");
        options.AddString("AUTODETECT_TYPE=NO");
        options.AddString("KEEP_GEOM_COLUMNS=YES");
    }
    return options;
}

/// No driver may reach the network while this lives.
class Offline
{
public:
    Offline()
    {
        CPLSetThreadLocalConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "none.allowed");
        CPLSetThreadLocalConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", nullptr);
        CPLSetThreadLocalConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL");
        CPLSetThreadLocalConfigOption("PROJ_NETWORK", "OFF");
    }
    ~Offline()
    {
        for (char const *const key : {"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "GML_SKIP_RESOLVE_ELEMS", "PROJ_NETWORK"}) {
            CPLSetThreadLocalConfigOption(key, nullptr);
        }
    }
    Offline(Offline const &) = delete;
    Offline &operator=(Offline const &) = delete;
};

/// Tables that a GeoPackage or a database holds about itself, or that our packs hold beside the atlas.
bool is_bookkeeping(std::string const &name)
{
    constexpr std::array<std::string_view, 5> known{"layer_styles", "spatial_ref_sys", "geometry_columns",
                                                    "geography_columns", "qgis_projects"};
    return std::ranges::find(known, name) != known.end() || name.starts_with("sqlite_") || name.starts_with("gpkg_");
}

class LayerReader
{
public:
    LayerReader(OGRLayer &layer, FeatureSink &sink, double from, double share)
    : m_layer{layer}, m_sink{sink}, m_to{ToWgs84::from(layer.GetSpatialRef())}, m_from{from}, m_share{share}
    {}

    void read()
    {
        m_sink.layer(m_layer.GetName());
        auto const &definition = *m_layer.GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            m_columns.push_back(m_sink.field(definition.GetFieldDefn(i)->GetNameRef()));
        }
        m_spatial = definition.GetGeomType() != wkbNone;
        m_numbered = *m_layer.GetFIDColumn() != '\0' && definition.GetFieldIndex("id") < 0;
        auto const total = static_cast<double>(std::max<GIntBig>(m_layer.GetFeatureCount(FALSE), 1));
        long count = 0;
        m_layer.ResetReading();
        while (std::unique_ptr<OGRFeature> feature{m_layer.GetNextFeature()}) {
            take(*feature);
            if (++count % 256 == 0) {
                m_sink.progress(m_from + m_share * std::min(1.0, static_cast<double>(count) / total));
            }
        }
        m_sink.drop("coordinates that are no longitude and latitude in degrees", m_outside);
    }

private:
    void take(OGRFeature const &feature)
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

    static std::string value_of(OGRFeature const &feature, int field)
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

    void add_geometry(OGRGeometry const &geometry, ForeignFeature &&feature)
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
        case wkbPolygon:
            feature.geometry = MultiPolygon{polygon_of(*geometry.toPolygon())};
            break;
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

    void deliver(ForeignFeature &&feature)
    {
        if (feature.geometry.index() == 0 && feature.points.empty() && feature.track.empty()) {
            m_sink.drop("features whose geometry could not be brought to degrees, or has too few points");
        } else {
            m_sink.feature(std::move(feature));
        }
    }

    Geometry checked(LonLat at)
    {
        m_to.apply(at);
        m_outside += is_lonlat(at) ? 0 : 1;
        return is_lonlat(at) ? Geometry{at} : Geometry{};
    }

    LineString line_of(OGRSimpleCurve const &curve)
    {
        int const count = curve.getNumPoints();
        LineString line;
        line.reserve(static_cast<std::size_t>(count));
        bool sound = true;
        for (int i = 0; i < count; ++i) {
            LonLat const at{curve.getX(i), curve.getY(i)};
            sound = sound && is_lonlat(at);
            line.push_back(at);
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

    Polygon polygon_of(OGRPolygon const &polygon)
    {
        Polygon rings;
        for (auto const *ring : polygon) {
            rings.push_back(line_of(*ring));
        }
        return rings;
    }

    /// M that rises strictly: seconds since 1970, as PostGIS's trajectories count.
    static bool is_trajectory(OGRLineString const &line)
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

    void add_line(OGRLineString const &curve, ForeignFeature &feature)
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

    OGRLayer &m_layer;
    FeatureSink &m_sink;
    ToWgs84 m_to;
    double m_from;
    double m_share;
    std::vector<std::size_t> m_columns;
    bool m_spatial = true;
    bool m_numbered = false; ///< the number of a row is its name: no column "id" has another
    long m_outside = 0;
};

DatasetPtr open_foreign_dataset(std::filesystem::path const &file)
{
    register_drivers();
    auto const text = file.string();
    bool const server = text.starts_with("PG:");
    if (!server && !std::filesystem::exists(file)) { // also what GDAL would take for an address
        throw DataError{file, "there is no such file"};
    }
    auto const drivers = allowed_drivers(server);
    auto const options = options_for(file);
    ErrorTrap const errors;
    DatasetPtr dataset{GDALDataset::Open(text.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                         drivers.List(), options.List())};
    if (!dataset) {
        throw DataError{shown(file), errors.reason()};
    }
    return dataset;
}

} // namespace

void read_gdal(std::filesystem::path const &file, FeatureSink &sink)
{
    Offline const offline;
    auto const dataset = open_foreign_dataset(file);
    int const count = dataset->GetLayerCount();
    for (int i = 0; i < count; ++i) {
        auto &layer = *dataset->GetLayer(i);
        if (is_bookkeeping(layer.GetName())) {
            continue;
        }
        CPLErrorReset();
        ErrorTrap const errors;
        try {
            LayerReader{layer, sink, static_cast<double>(i) / count, 1.0 / count}.read();
        } catch (DataError const &) {
            throw;
        } catch (std::runtime_error const &failure) {
            throw DataError{shown(file), fmt::format("the layer '{}': {}", layer.GetName(), failure.what())};
        }
        if (CPLGetLastErrorType() >= CE_Failure) {
            throw DataError{shown(file),
                            fmt::format("the layer '{}' cannot be read whole: {}", layer.GetName(), errors.reason())};
        }
    }
}

} // namespace geo
