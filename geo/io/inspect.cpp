#include "geo/io/inspect.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/gdal.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace geo {
namespace {

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool looks_like_time(OGRFieldDefn const &field)
{
    auto const type = field.GetType();
    auto const name = lowered(field.GetNameRef());
    constexpr std::array words{"date", "time", "begin", "start", "end", "when", "year"};
    return type == OFTDate || type == OFTDateTime || type == OFTTime ||
           std::ranges::any_of(words, [&](char const *word) { return name.find(word) != std::string::npos; });
}

void widen(std::optional<Box> &box, OGRLayer &layer)
{
    OGREnvelope envelope;
    if (layer.GetExtent(&envelope) != OGRERR_NONE) {
        return;
    }
    if (auto const *const crs = layer.GetSpatialRef(); crs != nullptr) {
        OGRSpatialReference wgs84;
        wgs84.SetWellKnownGeogCS("CRS84");
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        std::unique_ptr<OGRCoordinateTransformation> const to{OGRCreateCoordinateTransformation(crs, &wgs84)};
        double west = 0;
        double south = 0;
        double east = 0;
        double north = 0;
        if (to && to->TransformBounds(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY, &west, &south, &east,
                                      &north, 21)) {
            envelope.MinX = west;
            envelope.MinY = south;
            envelope.MaxX = east;
            envelope.MaxY = north;
        }
    }
    if (!box) {
        box = Box{envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY};
        return;
    }
    *box = {std::min(box->west, envelope.MinX), std::min(box->south, envelope.MinY), std::max(box->east, envelope.MaxX),
            std::max(box->north, envelope.MaxY)};
}

LayerSummary summary_of(OGRLayer &layer)
{
    LayerSummary summary{layer.GetName(), 0, OGRGeometryTypeToName(layer.GetGeomType()), {}, 0};
    auto const &definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        if (looks_like_time(*definition.GetFieldDefn(i))) {
            summary.time += (summary.time.empty() ? "" : ";") + std::string{definition.GetFieldDefn(i)->GetNameRef()};
        }
    }
    for (auto const &feature : layer) {
        ++summary.features;
        auto const *const geometry = feature->GetGeometryRef();
        summary.without_geometry += geometry == nullptr || geometry->IsEmpty() ? 1 : 0;
    }
    return summary;
}

} // namespace

FileSummary inspect(std::filesystem::path const &file)
{
    register_drivers();
    ErrorTrap const errors;
    DatasetPtr const dataset{
        GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)};
    if (!dataset) {
        throw DataError{file, errors.reason()};
    }
    FileSummary summary{dataset->GetDriverName(), {}, {}};
    for (auto *const layer : dataset->GetLayers()) {
        summary.layers.push_back(summary_of(*layer));
        widen(summary.extent, *layer);
    }
    return summary;
}

} // namespace geo
