#include "geo/io/rows.hpp"

#include "geo/io/gdal.hpp"

#include <ogrsf_frmts.h>

#include <memory>
#include <stdexcept>

namespace geo {
namespace {

std::string text_of(OGRFeature &row, int field)
{
    return row.IsFieldSetAndNotNull(field) ? row.GetFieldAsString(field) : "";
}

} // namespace

Rows::Rows(GDALDataset &dataset, std::string const &sql) : m_dataset{dataset}
{
    ErrorTrap const errors;
    CPLErrorReset();
    m_layer = dataset.ExecuteSQL(sql.c_str(), nullptr, nullptr);
    if (m_layer == nullptr && CPLGetLastErrorType() >= CE_Failure) {
        throw std::runtime_error{errors.reason()};
    }
}

Rows::~Rows()
{
    if (m_layer != nullptr) {
        m_dataset.ReleaseResultSet(m_layer);
    }
}

std::vector<std::string> first_column(GDALDataset &dataset, std::string const &sql)
{
    Rows const rows{dataset, sql};
    std::vector<std::string> values;
    if (rows.layer() != nullptr) {
        for (auto const &row : *rows.layer()) {
            values.push_back(text_of(*row, 0));
        }
    }
    return values;
}

std::vector<std::string> first_row(GDALDataset &dataset, std::string const &sql)
{
    Rows const rows{dataset, sql};
    std::vector<std::string> values;
    if (rows.layer() == nullptr) {
        return values;
    }
    if (std::unique_ptr<OGRFeature> const row{rows.layer()->GetNextFeature()}) {
        for (int i = 0; i < row->GetFieldCount(); ++i) {
            values.push_back(text_of(*row, i));
        }
    }
    return values;
}

} // namespace geo
