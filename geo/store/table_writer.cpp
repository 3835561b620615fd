#include "geo/store/table_writer.hpp"

#include "geo/store/database.hpp"

#include <cpl_string.h>
#include <fmt/format.h>

#include <chrono>
#include <stdexcept>

namespace geo {
namespace {

OGRLinearRing to_ring(LineString const &points)
{
    OGRLinearRing ring;
    for (auto const &p : points) {
        ring.addPoint(p.lon, p.lat);
    }
    return ring;
}

/// Authored geometries in OGR's terms; lines and areas always as collections, so that a table has one kind.
struct ToOgr
{
    std::unique_ptr<OGRGeometry> operator()(std::monostate) const { return nullptr; }
    std::unique_ptr<OGRGeometry> operator()(LonLat const &p) const { return std::make_unique<OGRPoint>(p.lon, p.lat); }
    std::unique_ptr<OGRGeometry> operator()(MultiLine const &lines) const
    {
        auto all = std::make_unique<OGRMultiLineString>();
        for (auto const &points : lines) {
            OGRLineString line;
            for (auto const &p : points) {
                line.addPoint(p.lon, p.lat);
            }
            all->addGeometry(&line);
        }
        return all;
    }
    std::unique_ptr<OGRGeometry> operator()(MultiPolygon const &areas) const
    {
        auto all = std::make_unique<OGRMultiPolygon>();
        for (auto const &rings : areas) {
            OGRPolygon polygon;
            for (auto const &ring : rings) {
                auto closed = to_ring(ring);
                polygon.addRing(&closed);
            }
            all->addGeometry(&polygon);
        }
        return all;
    }
};

/// A datetime that every program reads as the same clock face: years 1 to 9999 only.
void set_datetime(OGRFeature &row, char const *column, Instant t)
{
    auto const day = std::chrono::floor<std::chrono::days>(t);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const time{t - day};
    int const year = static_cast<int>(date.year());
    if (year >= 1 && year <= 9999) {
        constexpr int utc = 100; // a GeoPackage knows no other, and without it programs would shift the hours
        row.SetField(row.GetFieldIndex(column), year, static_cast<int>(static_cast<unsigned>(date.month())),
                     static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(time.hours().count()),
                     static_cast<int>(time.minutes().count()), static_cast<float>(time.seconds().count()), utc);
    }
}

CPLStringList creation_options(std::string const &schema, bool spatial)
{
    CPLStringList options;
    options.SetNameValue("FID", "fid");
    if (!schema.empty()) {
        options.SetNameValue("SCHEMA", schema.c_str());
        options.SetNameValue("LAUNDER", "NO");
        // Without a zone: the hours are those of the theatre, whatever the zone of server and reader.
        options.SetNameValue("COLUMN_TYPES", "t_begin=timestamp,t_end=timestamp");
    }
    if (spatial) {
        options.SetNameValue("GEOMETRY_NAME", "geom");
    }
    return options;
}

} // namespace

OGRFieldType column_type(FieldType type)
{
    return type == FieldType::integer ? OFTInteger : type == FieldType::number ? OFTReal : OFTString;
}

TableWriter::TableWriter(GDALDataset &dataset, std::string const &schema, Plan const &plan)
: m_name{plan.name}, m_timed{plan.timed}
{
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    bool const spatial = plan.geometry != wkbNone;
    auto options = creation_options(schema, spatial);
    m_layer = dataset.CreateLayer(plan.name.c_str(), spatial ? &wgs84 : nullptr, plan.geometry, options.List());
    if (m_layer == nullptr) {
        throw std::runtime_error{fmt::format("the table {} cannot be made: {}", plan.name, CPLGetLastErrorMsg())};
    }
    auto columns = plan.columns;
    if (m_timed) {
        columns.insert(
            columns.end(),
            {{"begin_s", OFTInteger64}, {"end_s", OFTInteger64}, {"t_begin", OFTDateTime}, {"t_end", OFTDateTime}});
    }
    for (auto const &[name, type] : columns) {
        OGRFieldDefn definition{name.c_str(), type};
        check(m_layer->CreateField(&definition));
    }
}

void TableWriter::check(OGRErr error) const
{
    if (error != OGRERR_NONE) {
        throw std::runtime_error{fmt::format("the table {} cannot be written: {}", m_name, CPLGetLastErrorMsg())};
    }
}

void TableWriter::row()
{
    finish();
    m_row.emplace(m_layer->GetLayerDefn());
}

void TableWriter::set(int column, std::string const &value)
{
    if (!value.empty()) {
        m_row->SetField(column, value.c_str());
    }
}

void TableWriter::set_text(int column, std::string const &value)
{
    m_row->SetField(column, value.c_str());
}

void TableWriter::set(int column, double value)
{
    m_row->SetField(column, value);
}

void TableWriter::set(int column, std::int64_t value)
{
    m_row->SetField(column, static_cast<GIntBig>(value));
}

void TableWriter::set_binary(int column, std::string const &bytes)
{
    m_row->SetField(column, static_cast<int>(bytes.size()), bytes.data());
}

void TableWriter::set_span(Span const &span)
{
    if (span.begin != distant_past) {
        set(m_row->GetFieldIndex("begin_s"), std::int64_t{span.begin.time_since_epoch().count()});
        set_datetime(*m_row, "t_begin", span.begin);
    }
    if (span.end != distant_future) {
        set(m_row->GetFieldIndex("end_s"), std::int64_t{span.end.time_since_epoch().count()});
        set_datetime(*m_row, "t_end", span.end);
    }
}

void TableWriter::set_geometry(Geometry const &geometry)
{
    if (auto const shape = std::visit(ToOgr{}, geometry)) {
        set_geometry(*shape);
    }
}

void TableWriter::set_geometry(OGRGeometry const &geometry)
{
    check(m_row->SetGeometry(&geometry));
}

void TableWriter::finish()
{
    if (m_row) {
        check(m_layer->CreateFeature(&*m_row));
        m_row.reset();
    }
}

} // namespace geo
