#include "geo/foreign/layer_reader.hpp"
#include "geo/foreign/open_dataset.hpp"
#include "geo/foreign/readers.hpp"
#include "geo/foreign/shared_reading.hpp"
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

} // namespace

bool is_bookkeeping(std::string const &name)
{
    constexpr std::array<std::string_view, 5> known{"layer_styles", "spatial_ref_sys", "geometry_columns",
                                                    "geography_columns", "qgis_projects"};
    return std::ranges::find(known, name) != known.end() || name.starts_with("sqlite_") || name.starts_with("gpkg_");
}

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

void read_gdal(std::filesystem::path const &file, FeatureSink &sink)
{
    Offline const offline;
    auto const dataset = open_foreign_dataset(file);
    int const count = dataset->GetLayerCount();
    for (int i = 0; i < count; ++i) {
        auto &layer = *dataset->GetLayer(i);
        if (is_bookkeeping(layer.GetName()) || !sink.wants(layer.GetName())) {
            continue;
        }
        CPLErrorReset();
        ErrorTrap const errors;
        try {
            if (!read_shared(file, *dataset, layer, sink, static_cast<double>(i) / count, 1.0 / count)) {
                LayerReader{layer, sink, static_cast<double>(i) / count, 1.0 / count}.read();
            }
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
