#include "geo/query/attribute_tables.hpp"

#include "geo/io/gdal.hpp"
#include "geo/io/schema.hpp"
#include "geo/io/sql_text.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

namespace geo {
namespace {

OGRFieldType type_of(TableSpec const &spec, std::string const &field)
{
    auto const found = std::ranges::find(spec.fields, field, &FieldSpec::name);
    if (found == spec.fields.end()) {
        return OFTString;
    }
    return found->type == FieldType::integer ? OFTInteger64 : found->type == FieldType::number ? OFTReal : OFTString;
}

void fill(OGRLayer &layer, RawTable const &table, TableSpec const &spec)
{
    for (auto const &field : table.fields) {
        OGRFieldDefn definition{field.c_str(), type_of(spec, field)};
        layer.CreateField(&definition);
    }
    for (auto const &feature : table.features) {
        OGRFeature row{layer.GetLayerDefn()};
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            if (!feature.values[i].empty()) {
                row.SetField(static_cast<int>(i), feature.values[i].c_str());
            }
        }
        [[maybe_unused]] auto const made = layer.CreateFeature(&row); // in memory: it cannot fail
    }
}

std::string sql_of(TableQuery const &query)
{
    auto sql = fmt::format("SELECT * FROM {}", sql_name(query.table));
    if (query.where.find_first_not_of(" \t\r\n") != std::string::npos) {
        sql += fmt::format(" WHERE ({}\n)", query.where);
    }
    if (!query.order_by.empty()) {
        sql += fmt::format(" ORDER BY {}{}", sql_name(query.order_by), query.descending ? " DESC" : "");
    }
    return sql;
}

/// Keeps the result of a statement and gives it back to its dataset.
class Answer
{
public:
    Answer(GDALDataset &dataset, std::string const &sql)
    : m_dataset{dataset}, m_layer{dataset.ExecuteSQL(sql.c_str(), nullptr, "SQLITE")}
    {}
    ~Answer()
    {
        if (m_layer != nullptr) {
            m_dataset.ReleaseResultSet(m_layer);
        }
    }
    Answer(Answer const &) = delete;
    Answer &operator=(Answer const &) = delete;
    [[nodiscard]] OGRLayer *layer() const { return m_layer; }

private:
    GDALDataset &m_dataset;
    OGRLayer *m_layer;
};

} // namespace

struct AttributeTables::Store
{
    DatasetPtr dataset;
};

AttributeTables::AttributeTables(RawAtlas const &raw) : m_store{std::make_unique<Store>()}
{
    register_drivers();
    m_store->dataset.reset(
        GetGDALDriverManager()->GetDriverByName("Memory")->Create("tables", 0, 0, 0, GDT_Unknown, nullptr));
    for (auto const &spec : tables()) {
        if (auto const found = raw.tables.find(spec.name); found != raw.tables.end()) {
            auto *const layer =
                m_store->dataset->CreateLayer(std::string{spec.name}.c_str(), nullptr, wkbNone, nullptr);
            fill(*layer, found->second, spec);
        }
    }
}

AttributeTables::~AttributeTables() = default;
AttributeTables::AttributeTables(AttributeTables &&) noexcept = default;
AttributeTables &AttributeTables::operator=(AttributeTables &&) noexcept = default;

std::vector<std::string> AttributeTables::names() const
{
    std::vector<std::string> found;
    for (auto *const layer : m_store->dataset->GetLayers()) {
        found.emplace_back(layer->GetName());
    }
    return found;
}

TableResult AttributeTables::ask(TableQuery const &query) const
{
    TableResult result;
    auto *const whole = m_store->dataset->GetLayerByName(query.table.c_str());
    if (whole == nullptr) {
        result.error = fmt::format("there is no table '{}'", query.table);
        return result;
    }
    result.all = static_cast<std::size_t>(whole->GetFeatureCount());
    ErrorTrap const errors;
    Answer const answer{*m_store->dataset, sql_of(query)};
    auto *const layer = answer.layer();
    auto *const definition = whole->GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        result.fields.emplace_back(definition->GetFieldDefn(i)->GetNameRef());
    }
    if (layer == nullptr) {
        result.error = errors.reason();
        return result;
    }
    auto const id = std::ranges::find_if(result.fields, [](auto const &f) { return f == "id" || f == "unit_id"; });
    for (auto const &feature : *layer) {
        TableRow row;
        for (auto const &field : result.fields) {
            auto const index = feature->GetFieldIndex(field.c_str());
            row.cells.emplace_back(index >= 0 && feature->IsFieldSetAndNotNull(index) ? feature->GetFieldAsString(index)
                                                                                      : "");
        }
        if (id != result.fields.end()) {
            row.id = row.cells[static_cast<std::size_t>(id - result.fields.begin())];
        }
        result.rows.push_back(std::move(row));
    }
    if (errors.heard() && result.rows.empty()) {
        result.error = errors.reason();
    }
    return result;
}

} // namespace geo
