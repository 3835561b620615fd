#pragma once

#include "geo/io/raw_atlas.hpp"
#include "geo/model/geometry.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// What of a table is wanted, and in which order.
struct TableQuery
{
    std::string table;    ///< name of a table of the atlas: places, events, fixes …
    std::string where;    ///< condition in SQL, such as "rank <= 2 AND name_en LIKE 'B%'"; empty: all rows
    std::string order_by; ///< name of a field; empty: as in the file
    bool descending = false;
    friend bool operator==(TableQuery const &, TableQuery const &) = default;
};

struct TableRow
{
    std::string id; ///< of the feature; of fixes the unit's
    std::vector<std::string> cells;
};

/// The rows found, or one line that says what is wrong with the condition.
struct TableResult
{
    std::vector<std::string> fields;
    std::vector<TableRow> rows;
    std::size_t all = 0; ///< rows of the table without the condition
    std::string error;
};

/**
 * The tables of an atlas as authored, in memory, asked by GDAL's SQL (the SQLite dialect). Reads only. Fields of type
 * number and integer compare as numbers, all others as text. Not thread-safe.
 */
class AttributeTables
{
public:
    explicit AttributeTables(RawAtlas const &raw);
    ~AttributeTables();
    AttributeTables(AttributeTables &&) noexcept;
    AttributeTables &operator=(AttributeTables &&) noexcept;

    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] TableResult ask(TableQuery const &query) const;

private:
    struct Store;
    std::unique_ptr<Store> m_store;
};

} // namespace geo
