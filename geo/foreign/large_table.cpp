#include "geo/foreign/large_source.hpp"
#include "geo/foreign/open_dataset.hpp"
#include "geo/io/rows.hpp"
#include "geo/io/sql_text.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace geo {
namespace {

constexpr int sampled_at_opening = 1'000;
constexpr double rows_looked_at = 200'000; ///< of a sample: some tenths of a second
constexpr double wide = 0.02;              ///< share of the table from which a sample of its pages is drawn
constexpr double most_spread = 16;         ///< times as many pages as are needed, so that the sample is even

/// A table of a server, as SQL names it.
struct Table
{
    std::string name; ///< quoted, with its schema
    std::string schema, table, column;
    int srid = 0;
    bool geography = false;
    bool plain = false; ///< a table with pages of its own, no view
};

std::string instant_value(Instant t, bool day)
{
    auto text = to_iso(t);
    text = day ? text.substr(0, text.find('T')) : text;
    if (text.starts_with('-')) { // 0 is 1 BC, -1 is 2 BC
        std::chrono::year_month_day const date{std::chrono::floor<std::chrono::days>(t)};
        return fmt::format("'{:04}{} BC'", 1 - static_cast<int>(date.year()), text.substr(text.find('-', 1)));
    }
    return fmt::format("'{}'", text);
}

Table table_of(GDALDataset &dataset, OGRLayer &layer)
{
    Table t;
    std::string const name = layer.GetName();
    t.column = layer.GetGeometryColumn();
    auto const bare = name.substr(0, name.find('(')); // "table(column)" where there are several
    auto const dot = bare.find('.');
    t.table = dot == std::string::npos ? bare : bare.substr(dot + 1);
    t.schema = dot == std::string::npos ? "" : bare.substr(0, dot);
    if (t.schema.empty()) {
        auto const found = first_row(dataset, "SELECT current_schema()::text");
        t.schema = found.empty() ? "public" : found.front();
    }
    t.name = sql_name(t.schema) + "." + sql_name(t.table);
    auto const of = [&](char const *list, char const *column) {
        return first_row(dataset, fmt::format("SELECT srid FROM {} WHERE f_table_schema = {} AND f_table_name = {} "
                                              "AND {} = {}",
                                              list, sql_text(t.schema), sql_text(t.table), column, sql_text(t.column)));
    };
    auto srid = of("geometry_columns", "f_geometry_column");
    if (srid.empty()) {
        srid = of("geography_columns", "f_geography_column");
        t.geography = !srid.empty();
    }
    t.srid = srid.empty() ? 0 : std::stoi(srid.front());
    auto const kind = first_row(
        dataset, fmt::format("SELECT relkind::text FROM pg_class WHERE oid = {}::regclass", sql_text(t.name)));
    t.plain = !kind.empty() && (kind.front() == "r" || kind.front() == "m");
    return t;
}

/// How many rows the server thinks a query has. It looks into its statistics only.
double rows_of(GDALDataset &dataset, std::string const &query)
{
    auto const plan = first_row(dataset, "EXPLAIN (FORMAT JSON) " + query);
    if (plan.empty()) {
        return 0;
    }
    auto const json = nlohmann::json::parse(plan.front(), nullptr, false);
    bool const whole = json.is_array() && !json.empty() && json[0].contains("Plan");
    return whole ? json[0]["Plan"].value("Plan Rows", 0.0) : 0;
}

class LargeTable final : public LargeLayerReader::Source
{
public:
    explicit LargeTable(LargeLayer of)
    : Source{std::move(of)}, m_dataset{open_foreign_dataset(layer.where)}, m_to{ToWgs84{}}
    {
        auto *const found = m_dataset->GetLayerByName(layer.name.c_str());
        if (found == nullptr) {
            throw std::runtime_error{"is no longer there"};
        }
        m_table = table_of(*m_dataset, *found);
        m_to = ToWgs84::from(found->GetSpatialRef());
        Rows const clock{*m_dataset, "SET TIME ZONE 'UTC'"};
    }

    LargeAnswer ask(Box const &extent, Span const &time, std::size_t most) override
    {
        auto const where = condition(extent, time);
        auto const all = fmt::format("SELECT {} FROM {}", columns(), m_table.name);
        double const rows = rows_of(*m_dataset, fmt::format("SELECT 1 FROM {} WHERE {}", m_table.name, where));
        auto const wanted = static_cast<double>(most);
        if (rows <= 2 * wanted) {
            auto const limit = 4 * most;
            auto answer = read(fmt::format("{} WHERE {} LIMIT {}", all, where, limit + 1), time);
            answer.of = static_cast<double>(answer.features.size());
            answer.counted = answer.features.size() > limit ? Counted::at_least : Counted::exactly;
            thin_out(answer.features, most);
            return answer;
        }
        double const share = rows / std::max(layer.count, 1.0);
        double pages = 1; // the part of the table that is looked at, and of its rows the part that is kept
        double kept = wanted / rows;
        std::string from = all;
        if (m_table.plain && share >= wide) {
            double const spread = std::clamp(rows_looked_at * share / wanted, 1.0, most_spread);
            pages = std::min(1.0, spread * wanted / rows);
            kept = wanted / rows / pages;
            from += fmt::format(" TABLESAMPLE SYSTEM ({:.6f}) REPEATABLE (1)", pages * 100);
        }
        auto const which = m_table.plain ? fmt::format("(hashtext(ctid::text) & 1048575) < {:.0f}",
                                                       std::ceil(std::min(1.0, kept) * 1048576))
                                         : fmt::format("random() < {:.8f}", kept);
        auto answer = read(fmt::format("{} WHERE {} AND {} LIMIT {}", from, where, which, 2 * most), time);
        bool const everything = share > 0.98;
        answer.of =
            everything ? layer.count : static_cast<double>(answer.features.size()) / (pages * std::min(1.0, kept));
        answer.of = std::max(answer.of, static_cast<double>(answer.features.size()));
        answer.counted = Counted::about;
        thin_out(answer.features, most);
        return answer;
    }

private:
    [[nodiscard]] std::string condition(Box const &extent, Span const &time) const
    {
        auto const box = m_to.back(extent);
        auto made =
            fmt::format("{} && ST_MakeEnvelope({:.9f}, {:.9f}, {:.9f}, {:.9f}, {}){}", sql_name(m_table.column),
                        box.west, box.south, box.east, box.north, m_table.srid, m_table.geography ? "::geography" : "");
        if (auto const dates = time_condition(layer, time, &instant_value); !dates.empty()) {
            made += " AND " + dates;
        }
        return made;
    }

    [[nodiscard]] std::string columns() const
    {
        auto list = sql_name(m_table.column);
        std::string last;
        for (auto const &name : {layer.time.begin, layer.time.end, layer.name_column}) {
            if (!name.empty() && name != last) {
                list += ", " + sql_name(name);
                last = name;
            }
        }
        return list;
    }

    LargeAnswer read(std::string const &sql, Span const &time)
    {
        Rows const rows{*m_dataset, sql};
        if (rows.layer() == nullptr) {
            return {};
        }
        ErrorTrap const errors;
        CPLErrorReset();
        Scoop scoop{*rows.layer()};
        while (std::unique_ptr<OGRFeature> const feature{rows.layer()->GetNextFeature()}) {
            scoop.take(*feature);
        }
        if (CPLGetLastErrorType() >= CE_Failure) {
            throw std::runtime_error{errors.reason()};
        }
        keep_existing(scoop.layer(), layer, time);
        LargeAnswer answer;
        answer.features = std::move(scoop.layer().features);
        return answer;
    }

    DatasetPtr m_dataset;
    Table m_table;
    ToWgs84 m_to;
};

/// The bounds as the server keeps them in its statistics or its index.
std::optional<Box> estimated_extent(GDALDataset &dataset, Table const &table)
{
    try {
        auto const v =
            first_row(dataset, fmt::format("SELECT ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e) FROM (SELECT "
                                           "ST_EstimatedExtent({}, {}, {}) AS e) AS known",
                                           sql_text(table.schema), sql_text(table.table), sql_text(table.column)));
        if (v.size() == 4 && !v[0].empty()) {
            return Box{std::stod(v[0]), std::stod(v[1]), std::stod(v[2]), std::stod(v[3])};
        }
    } catch (std::runtime_error const &) { // it has no statistics yet
    }
    return std::nullopt;
}

/// The columns by which an index leads, so that their ends are found at once.
std::vector<std::string> ordered_columns(GDALDataset &dataset, Table const &table)
{
    return first_column(dataset,
                        fmt::format("SELECT DISTINCT attname::text FROM pg_index JOIN pg_attribute ON attrelid = "
                                    "indrelid AND attnum = indkey[0] JOIN pg_class ON pg_class.oid = indexrelid JOIN "
                                    "pg_am ON pg_am.oid = relam WHERE indrelid = {}::regclass AND indpred IS NULL AND "
                                    "indisvalid AND amname = 'btree'",
                                    sql_text(table.name)));
}

Box extent_of_sample(ForeignLayer const &sample)
{
    Box box{180, 90, -180, -90};
    auto const add = [&](LonLat at) {
        box = {std::min(box.west, at.lon), std::min(box.south, at.lat), std::max(box.east, at.lon),
               std::max(box.north, at.lat)};
    };
    for (auto const &feature : sample.features) {
        if (auto const *const at = std::get_if<LonLat>(&feature.geometry)) {
            add(*at);
        } else if (auto const *const lines = std::get_if<MultiLine>(&feature.geometry)) {
            std::ranges::for_each(*lines, [&](LineString const &line) { std::ranges::for_each(line, add); });
        } else if (auto const *const areas = std::get_if<MultiPolygon>(&feature.geometry)) {
            std::ranges::for_each(*areas, [&](Polygon const &rings) { std::ranges::for_each(rings.front(), add); });
        }
        std::ranges::for_each(feature.points, add);
    }
    return box.west <= box.east ? box : Box{-180, -90, 180, 90};
}

} // namespace

std::unique_ptr<LargeLayerReader::Source> open_large_table(LargeLayer layer)
{
    return std::make_unique<LargeTable>(std::move(layer));
}

std::optional<Survey> survey_table(GDALDataset &dataset, OGRLayer &layer)
{
    if (std::string_view{layer.GetGeometryColumn()}.empty()) {
        return std::nullopt;
    }
    auto const table = table_of(dataset, layer);
    Survey survey;
    auto &large = survey.large;
    large.count = rows_of(dataset, "SELECT 1 FROM " + table.name);
    if (large.count <= most_read_whole) {
        return std::nullopt;
    }
    large.counted = false;
    // Rows of one page are often of one time and place: few are taken of each of many pages.
    double const percent = std::min(100.0, 100 * most_spread * sampled_at_opening / large.count);
    auto const part =
        fmt::format(" TABLESAMPLE SYSTEM ({:.6f}) REPEATABLE (1) WHERE (hashtext(ctid::text) & 15) = 0", percent);
    Rows const rows{dataset, fmt::format("SELECT * FROM {}{} LIMIT {}", table.name, table.plain ? part : "",
                                         2 * sampled_at_opening)};
    if (rows.layer() == nullptr) {
        return std::nullopt;
    }
    Scoop scoop{*rows.layer()};
    while (std::unique_ptr<OGRFeature> const feature{rows.layer()->GetNextFeature()}) {
        scoop.take(*feature);
    }
    survey.sample = std::move(scoop.layer());
    auto const known = estimated_extent(dataset, table);
    large.extent = known ? ToWgs84::from(layer.GetSpatialRef()).bounds(*known) : extent_of_sample(survey.sample);
    survey.table = table.name;
    survey.ordered = ordered_columns(dataset, table);
    return survey;
}

} // namespace geo
