#include "geo/store/write_database.hpp"

#include "geo/io/json_reader.hpp"
#include "geo/movement/trajectory.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/store/database.hpp"
#include "geo/store/format_version.hpp"
#include "geo/store/qgis_style.hpp"
#include "geo/store/table_writer.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <unordered_map>

namespace geo {
namespace {

std::int64_t seconds(Instant t)
{
    return t.time_since_epoch().count();
}

OGRwkbGeometryType geometry_of(Shape shape)
{
    switch (shape) {
    case Shape::point:
    case Shape::optional_point:
        return wkbPoint;
    case Shape::line:
        return wkbMultiLineString;
    case Shape::polygon:
        return wkbMultiPolygon;
    default:
        return wkbNone;
    }
}

/// Writes one pack; lives for one call.
class PackWriter
{
public:
    PackWriter(GDALDataset &dataset, std::string const &schema, Packed const &packed)
    : m_dataset{dataset}, m_schema{schema}, m_packed{packed}
    {
        gather_spans();
    }

    void write()
    {
        write_meta();
        for (auto const &spec : tables()) {
            if (auto const raw = m_packed.raw.tables.find(spec.name); raw != m_packed.raw.tables.end()) {
                write_authored(spec, raw->second);
            }
        }
        write_texts();
        write_map_regions();
        write_trajectories();
        write_legs();
        if (m_packed.base != nullptr) {
            write_base(*m_packed.base);
        }
        write_styles();
    }

private:
    [[nodiscard]] Atlas const &atlas() const { return m_packed.atlas; }

    [[nodiscard]] TableWriter begin(TableWriter::Plan const &plan) { return {m_dataset, m_schema, plan}; }

    /// When each feature of a table holds, by its id; fixes by "unit/seq of the row".
    void gather_spans()
    {
        for (auto const &f : atlas().places) {
            m_spans["places"][f.id] = f.life.span;
        }
        for (auto const &f : atlas().regions) {
            m_spans["regions"][f.id] = f.life.span;
        }
        for (auto const &f : atlas().lines) {
            m_spans["lines"][f.id] = f.life.span;
        }
        for (auto const &f : atlas().events) {
            m_spans["events"][f.id] = f.span;
        }
    }

    void write_meta()
    {
        auto table = begin({meta_table, wkbNone, {{"key", OFTString}, {"value", OFTString}}});
        auto const add = [&](char const *key, std::string const &value) {
            table.row();
            table.set(0, key);
            table.set(1, value);
        };
        add("format", std::string{pack_format});
        auto manifest = m_packed.raw.manifest;
        manifest["format"] = atlas_format; // older formats are written in the present one
        add("atlas", manifest.dump());
        if (m_packed.base != nullptr) {
            add("base", m_packed.base->manifest.dump());
        }
        table.finish();
    }

    void write_authored(TableSpec const &spec, RawTable const &raw)
    {
        TableWriter::Plan plan{std::string{spec.name}, geometry_of(spec.shape), {}, m_spans.contains(spec.name)};
        bool const fixes = spec.name == "fixes";
        if (fixes) { // other programs see each fix at its place, for as long as the unit stays
            plan.geometry = wkbPoint;
            plan.timed = true;
        }
        std::vector<OGRFieldType> types;
        for (auto const &field : raw.fields) {
            auto const known = std::ranges::find(spec.fields, field, &FieldSpec::name);
            types.push_back(known == spec.fields.end() ? OFTString : column_type(known->type));
            plan.columns.emplace_back(field, types.back());
        }
        auto const id = std::ranges::find(raw.fields, "id") - raw.fields.begin();
        auto const unit = std::ranges::find(raw.fields, "unit_id") - raw.fields.begin();
        std::map<std::string, std::size_t> stays; // of each unit so far
        auto table = begin(plan);
        for (auto const &feature : raw.features) {
            table.row();
            for (std::size_t i = 0; i < feature.values.size(); ++i) {
                auto const &value = feature.values[i];
                if (!value.empty() && types[i] != OFTString) {
                    table.set(static_cast<int>(i), std::stod(value)); // read before, so it is a number
                } else {
                    table.set(static_cast<int>(i), value);
                }
            }
            if (fixes) {
                auto const &name = feature.values[static_cast<std::size_t>(unit)];
                set_stay(table, name, stays[name]++);
            } else {
                table.set_geometry(feature.geometry);
            }
            if (plan.timed && !fixes) {
                table.set_span(m_spans.find(spec.name)->second.at(feature.values[static_cast<std::size_t>(id)]));
            }
        }
        table.finish();
    }

    void set_stay(TableWriter &table, std::string const &unit_id, std::size_t number)
    {
        auto const unit = index_of(atlas().units, unit_id);
        auto const &stays = atlas().trajectories[*unit].stays;
        if (number < stays.size()) {
            table.set_span(stays[number].span);
            table.set_geometry(atlas().places[atlas().units[*unit].fixes[number].place].at);
        }
    }

    void write_texts()
    {
        auto sources = begin({sources_table, wkbNone, {{"id", OFTString}, {"csl", OFTString}}});
        for (auto const &source : m_packed.raw.sources) {
            sources.row();
            sources.set(0, text_of(source, "id"));
            sources.set(1, source.dump());
        }
        sources.finish();
        auto stories = begin({stories_table, wkbNone, {{"file", OFTString}, {"json", OFTString}}});
        for (auto const &[file, json] : m_packed.raw.stories) {
            stories.row();
            stories.set(0, file);
            stories.set(1, json.dump());
        }
        stories.finish();
    }

    /// Columns that other programs label and colour by.
    static std::vector<Column> with_names(std::vector<Column> columns)
    {
        for (char const *const name : {"name_en", "name_az", "name_ru"}) {
            columns.emplace_back(name, OFTString);
        }
        return columns;
    }

    static void set_names(TableWriter &table, int column, LocalText const &name)
    {
        for (char const *const language : {"en", "az", "ru"}) {
            table.set(column++, name.in(language));
        }
    }

    void write_map_regions()
    {
        MultiPolygon sea;
        if (m_packed.base != nullptr) {
            for (auto const &[role, raw] : m_packed.base->tables) {
                for (auto const &feature : raw.features) {
                    if (auto const *areas = std::get_if<MultiPolygon>(&feature.geometry); role == "sea" && areas) {
                        sea.insert(sea.end(), areas->begin(), areas->end());
                    }
                }
            }
        }
        auto table = begin({"map_regions", wkbMultiPolygon,
                            with_names({{"id", OFTString}, {"polity", OFTString}, {"status", OFTString}}), true});
        for (auto const &region : atlas().regions) {
            table.row();
            table.set(0, region.id);
            table.set(1, region.polity);
            table.set(2, std::string{name_of(region.status)});
            set_names(table, 3, region.name);
            table.set_span(region.life.span);
            table.set_geometry(sea.empty() ? region.shape : difference(region.shape, sea));
        }
        table.finish();
    }

    void write_trajectories()
    {
        auto table = begin({"trajectories", wkbLineStringM,
                            with_names({{"unit_id", OFTString}, {"side", OFTString}, {"kind", OFTString}}), true});
        for (std::size_t u = 0; u < atlas().units.size(); ++u) {
            auto const &trajectory = atlas().trajectories[u];
            if (trajectory.legs.empty()) {
                continue;
            }
            OGRLineString line;
            for (auto const &leg : trajectory.legs) {
                add_leg(line, leg);
            }
            auto const &unit = atlas().units[u];
            table.row();
            table.set(0, unit.id);
            table.set(1, unit.side);
            table.set(2, unit.kind);
            set_names(table, 3, unit.name);
            table.set_span({trajectory.legs.front().span.begin, trajectory.legs.back().span.end});
            table.set_geometry(line);
        }
        table.finish();
    }

    void write_legs()
    {
        auto table = begin({"legs", wkbLineStringM,
                            with_names({{"unit_id", OFTString},
                                        {"side", OFTString},
                                        {"mode", OFTString},
                                        {"from_place", OFTString},
                                        {"to_place", OFTString},
                                        {"km", OFTReal}}),
                            true});
        for (std::size_t u = 0; u < atlas().units.size(); ++u) {
            auto const &unit = atlas().units[u];
            for (auto const &leg : atlas().trajectories[u].legs) {
                if (leg.route.length() <= 0) {
                    continue;
                }
                OGRLineString line;
                add_leg(line, leg);
                auto const &to = unit.fixes[leg.fix + 1];
                table.row();
                table.set(0, unit.id);
                table.set(1, unit.side);
                table.set(2, std::string{name_of(to.mode)});
                table.set(3, atlas().places[unit.fixes[leg.fix].place].id);
                table.set(4, atlas().places[to.place].id);
                table.set(5, leg.route.length() / 1000);
                set_names(table, 6, unit.name);
                table.set_span(leg.span);
                table.set_geometry(line);
            }
        }
        table.finish();
    }

    /// Appends a leg with M in seconds since 1970, rising strictly.
    static void add_leg(OGRLineString &line, Leg const &leg)
    {
        if (leg.route.points.empty()) { // it only waits: the point is in the legs before and after
            return;
        }
        double const begin = static_cast<double>(seconds(leg.span.begin));
        double const lasts = static_cast<double>(seconds(leg.span.end)) - begin;
        double const length = std::max(leg.route.length(), 1e-9);
        for (std::size_t i = 0; i < leg.route.points.size(); ++i) {
            double const m = begin + lasts * leg.route.metres[i] / length;
            bool const later = line.getNumPoints() == 0 || m > line.getM(line.getNumPoints() - 1);
            if (later) {
                OGRPoint point;
                point.setX(leg.route.points[i].lon);
                point.setY(leg.route.points[i].lat);
                point.setM(m);
                line.addPoint(&point);
            }
        }
    }

    void write_base(RawBase const &base)
    {
        for (auto const &[role, raw] : base.tables) {
            TableWriter::Plan plan{base_prefix + role, wkbUnknown, {}};
            for (auto const &field : raw.fields) {
                plan.columns.emplace_back(field, OFTString);
            }
            auto table = begin(plan);
            for (auto const &feature : raw.features) {
                table.row();
                for (std::size_t i = 0; i < feature.values.size(); ++i) {
                    table.set(static_cast<int>(i), feature.values[i]);
                }
                table.set_geometry(feature.geometry);
            }
            table.finish();
        }
        auto files = begin({files_table, wkbNone, {{"name", OFTString}, {"content", OFTBinary}}});
        if (!base.relief_name.empty()) {
            files.row();
            files.set(0, base.relief_name);
            files.set_binary(1, content(base.relief_path));
        }
        if (!m_packed.prepared.empty()) {
            files.row();
            files.set(0, prepared_file);
            files.set_binary(1, m_packed.prepared);
        }
        files.finish();
    }

    static std::string content(std::string const &path)
    {
        GByte *bytes = nullptr;
        vsi_l_offset size = 0;
        if (VSIIngestFile(nullptr, path.c_str(), &bytes, &size, 64 << 20) == 0) {
            throw std::runtime_error{fmt::format("{} cannot be read", path)};
        }
        std::string text(reinterpret_cast<char const *>(bytes), static_cast<std::size_t>(size)); // bytes as they are
        VSIFree(bytes);
        return text;
    }

    void write_styles()
    {
        auto table = begin({"layer_styles",
                            wkbNone,
                            {{"f_table_catalog", OFTString},
                             {"f_table_schema", OFTString},
                             {"f_table_name", OFTString},
                             {"f_geometry_column", OFTString},
                             {"styleName", OFTString},
                             {"styleQML", OFTString},
                             {"styleSLD", OFTString},
                             {"useAsDefault", OFTInteger},
                             {"description", OFTString},
                             {"owner", OFTString},
                             {"update_time", OFTDateTime}}});
        for (auto const &[layer, qml] : qgis_styles(atlas().info)) {
            if (m_packed.base == nullptr && layer.starts_with(base_prefix)) {
                continue;
            }
            table.row();
            table.set_text(0, "");
            table.set_text(1, m_schema.ends_with(fresh_suffix)
                                  ? m_schema.substr(0, m_schema.size() - std::string_view{fresh_suffix}.size())
                                  : m_schema);
            table.set(2, layer);
            table.set(3, "geom");
            table.set(4, "Marshrut");
            table.set(5, qml);
            table.set(7, std::int64_t{1});
            table.set(8, fmt::format("Colours and times of the atlas {}", atlas().info.id));
        }
        table.finish();
    }

    GDALDataset &m_dataset;
    std::string const &m_schema;
    Packed const &m_packed;
    std::map<std::string, std::unordered_map<std::string, Span>, std::less<>> m_spans;
};

} // namespace

void write_database(GDALDataset &dataset, std::string const &schema, Packed const &packed)
{
    PackWriter{dataset, schema, packed}.write();
}

} // namespace geo
