#include "geo/store/pack.hpp"

#include "geo/io/data_error.hpp"
#include "geo/store/connect.hpp"
#include "geo/store/location.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <stdexcept>

namespace geo {
namespace {

void execute(GDALDataset &dataset, std::string const &sql)
{
    CPLErrorReset();
    ErrorTrap const errors;
    auto *const rows = dataset.ExecuteSQL(sql.c_str(), nullptr, nullptr);
    dataset.ReleaseResultSet(rows);
    if (CPLGetLastErrorType() >= CE_Failure) {
        throw std::runtime_error{errors.reason()};
    }
}

/// A name that needs no quoting in SQL: of the id, letters, digits and underscores.
std::string schema_of(std::string const &id)
{
    std::string name;
    for (char const c : id) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        name += plain ? c : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : '_';
    }
    return name.empty() || (name[0] >= '0' && name[0] <= '9') ? "atlas_" + name : name;
}

} // namespace

void pack_geopackage(std::filesystem::path const &file, Packed const &packed)
{
    register_drivers();
    ThreadSetting const date{"OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z"}; // else no two packs were the same
    ThreadSetting const unsynced{"OGR_SQLITE_SYNCHRONOUS", "OFF"};            // whoever renames the file syncs it
    ErrorTrap const errors;
    DatasetPtr dataset{
        GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    if (!dataset) {
        throw DataError{file, fmt::format("cannot be made: {}", errors.reason())};
    }
    try {
        dataset->StartTransaction();
        write_database(*dataset, "", packed);
        if (dataset->CommitTransaction() != OGRERR_NONE) {
            throw std::runtime_error{errors.reason()};
        }
    } catch (std::runtime_error const &failure) {
        throw DataError{file, failure.what()};
    }
}

std::string pack_server(std::filesystem::path const &connection, Packed const &packed)
{
    auto const wanted = schema_in(connection);
    auto const schema = wanted.empty() ? schema_of(packed.atlas.info.id) : wanted;
    if (schema != schema_of(schema)) {
        throw DataError{shown(connection),
                        fmt::format("'{}' is no plain schema name; use a to z, 0 to 9 and _", schema)};
    }
    auto const fresh = schema + fresh_suffix;
    auto const dataset = open_database(connection, true);
    ThreadSetting const copy{"PG_USE_COPY", "YES"};
    try {
        ErrorTrap const errors;
        if (dataset->StartTransaction() != OGRERR_NONE) {
            throw std::runtime_error{errors.reason()};
        }
        execute(*dataset, fmt::format("SELECT pg_advisory_xact_lock(hashtext('marshrut.{}'))", schema));
        execute(*dataset, fmt::format("CREATE SCHEMA {}", fresh));
        write_database(*dataset, fresh, packed);
        CPLErrorReset();
        dataset->FlushCache(); // says how it went from GDAL 3.7 on only
        if (CPLGetLastErrorType() >= CE_Failure) {
            throw std::runtime_error{errors.reason()};
        }
        execute(*dataset, fmt::format("DROP SCHEMA IF EXISTS {} CASCADE", schema));
        execute(*dataset, fmt::format("ALTER SCHEMA {} RENAME TO {}", fresh, schema));
        if (dataset->CommitTransaction() != OGRERR_NONE) {
            throw std::runtime_error{errors.reason()};
        }
    } catch (std::runtime_error const &failure) {
        ErrorTrap const quiet;
        dataset->RollbackTransaction();
        throw DataError{shown(connection), fmt::format("the atlas cannot be written: {}", failure.what())};
    }
    return schema;
}

} // namespace geo
