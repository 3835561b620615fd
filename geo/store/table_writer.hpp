#pragma once

#include "geo/io/raw_table.hpp"
#include "geo/io/schema.hpp"
#include "geo/time/instant.hpp"

#include <ogrsf_frmts.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geo {

// The gate through which packs are written; include this only from .cpp files of geo/store and geo/export.

/// A column that does not come from the authored data.
using Column = std::pair<std::string, OGRFieldType>;

/// One table of a pack while it is written.
class TableWriter
{
public:
    struct Plan
    {
        std::string name;
        OGRwkbGeometryType geometry = wkbNone;
        std::vector<Column> columns;
        bool timed = false; ///< adds begin_s, end_s, t_begin, t_end
    };

    /// \param schema on a PostGIS server, else empty
    TableWriter(GDALDataset &dataset, std::string const &schema, Plan const &plan);

    /// Begins a row; the one before is written.
    void row();
    void set(int column, std::string const &value);
    /// Also where it is empty, for columns that other programs compare with ''.
    void set_text(int column, std::string const &value);
    void set(int column, double value);
    void set(int column, std::int64_t value);
    void set_binary(int column, std::string const &bytes);
    void set_span(Span const &span);
    void set_geometry(Geometry const &geometry);
    void set_geometry(OGRGeometry const &geometry);
    /// Writes the last row. \throws std::runtime_error with GDAL's reason
    void finish();

private:
    void check(OGRErr error) const;

    OGRLayer *m_layer = nullptr;
    std::string m_name;
    bool m_timed = false;
    std::optional<OGRFeature> m_row;
};

/// The type of a column for a field of the data format.
[[nodiscard]] OGRFieldType column_type(FieldType type);

} // namespace geo
