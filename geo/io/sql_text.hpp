#pragma once

#include <string>
#include <string_view>

namespace geo {

// Names and texts within SQL, as SQLite and PostgreSQL read it (ISO 9075). Where a library takes a value as a
// parameter, that is the way; these are for what cannot be one: names, and statements that GDAL takes only as a whole.

/// A name of a table or column: in double quotes, those within doubled. \throws std::runtime_error if it holds a NUL,
/// at which every library would end the statement
[[nodiscard]] std::string sql_name(std::string_view name);

/// A text as a value: in single quotes, those within doubled. A backslash is a backslash (standard_conforming_strings,
/// the default of PostgreSQL). \throws std::runtime_error as above
[[nodiscard]] std::string sql_text(std::string_view text);

} // namespace geo
