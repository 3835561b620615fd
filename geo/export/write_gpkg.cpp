#include "geo/export/writer.hpp"
#include "geo/io/gdal.hpp"
#include "geo/store/table_writer.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <array>
#include <stdexcept>

namespace geo {
namespace {

OGRMultiLineString lines_of(std::vector<TrackPiece> const &track)
{
    OGRMultiLineString all;
    for (auto const &piece : track) {
        OGRLineString line;
        for (std::size_t i = 0; i < piece.points.size(); ++i) {
            line.addPointM(piece.points[i].lon, piece.points[i].lat, piece.seconds[i]);
        }
        if (piece.points.size() == 1) { // a line has two points
            line.addPointM(piece.points[0].lon, piece.points[0].lat, piece.seconds[0] + 0.5);
        }
        all.addGeometry(&line);
    }
    return all;
}

/// A table for each kind; times as text and as datetime; a track as lines whose M are seconds since 1970.
class GpkgWriter final : public ExportWriter
{
public:
    GpkgWriter(std::filesystem::path const &file, ExportTitle const &title, Fields const &fields) : m_fields{fields}
    {
        register_drivers();
        auto *const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        m_dataset.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!m_dataset) {
            throw std::runtime_error{
                fmt::format("{}: cannot be written: {}", file.filename().string(), m_errors.reason())};
        }
        m_dataset->SetMetadataItem("IDENTIFIER", title.title.c_str());
        m_dataset->SetMetadataItem("DESCRIPTION", title.summary.c_str());
        m_dataset->SetMetadataItem("ATTRIBUTION", title.credit.c_str());
        m_dataset->StartTransaction();
    }

    void feature(Exported const &feature) override
    {
        auto &table = table_of(feature.kind);
        table.row();
        table.set(0, feature.name);
        for (std::size_t i = 0; i < feature.values.size(); ++i) {
            auto const &value = feature.values[i];
            auto const column = static_cast<int>(i) + 1;
            if (value.number && !value.text.empty()) {
                table.set(column, std::stod(value.text));
            } else {
                table.set(column, value.text);
            }
        }
        table.set(static_cast<int>(feature.values.size()) + 1, feature.text);
        table.set_span(feature.span);
        set_shape(table, feature);
    }

    void finish() override
    {
        for (auto &table : m_tables) {
            if (table) {
                table->finish();
            }
            table.reset();
        }
        if (m_dataset->CommitTransaction() != OGRERR_NONE) {
            throw std::runtime_error{fmt::format("cannot be written: {}", m_errors.reason())};
        }
        m_dataset.reset();
        if (CPLGetLastErrorType() >= CE_Failure) {
            throw std::runtime_error{fmt::format("cannot be written: {}", m_errors.reason())};
        }
    }

private:
    static void set_shape(TableWriter &table, Exported const &feature)
    {
        if (feature.kind == ExportKind::unit) {
            table.set_geometry(lines_of(feature.track));
        } else if (feature.kind == ExportKind::event) {
            OGRMultiPoint spots;
            auto const add = [&](LonLat at) {
                OGRPoint const point{at.lon, at.lat};
                spots.addGeometry(&point);
            };
            if (auto const *at = std::get_if<LonLat>(&feature.geometry)) {
                add(*at);
            }
            for (auto const at : feature.points) {
                add(at);
            }
            table.set_geometry(spots);
        } else {
            table.set_geometry(feature.geometry);
        }
    }

    TableWriter &table_of(ExportKind kind)
    {
        struct Kind
        {
            char const *name;
            OGRwkbGeometryType geometry;
        };
        constexpr std::array<Kind, 5> kinds{{{"places", wkbPoint},
                                             {"events", wkbMultiPoint},
                                             {"lines", wkbMultiLineString},
                                             {"regions", wkbMultiPolygon},
                                             {"units", wkbMultiLineStringM}}};
        auto const i = static_cast<std::size_t>(kind);
        if (!m_tables[i]) {
            TableWriter::Plan plan{kinds[i].name, kinds[i].geometry, {{"name", OFTString}}, true};
            for (auto const &field : m_fields) {
                plan.columns.emplace_back(field.name, field.number ? OFTReal : OFTString);
            }
            plan.columns.emplace_back("description", OFTString);
            m_tables[i] = std::make_unique<TableWriter>(*m_dataset, "", plan);
        }
        return *m_tables[i];
    }

    Fields m_fields;
    ErrorTrap m_errors;
    DatasetPtr m_dataset;
    std::array<std::unique_ptr<TableWriter>, 5> m_tables;
};

} // namespace

std::unique_ptr<ExportWriter> write_gpkg(std::filesystem::path const &file, ExportTitle const &title,
                                         Fields const &fields)
{
    return std::make_unique<GpkgWriter>(file, title, fields);
}

} // namespace geo
