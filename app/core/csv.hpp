#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace app {

/// A cell of CSV (RFC 4180): quoted if it has a comma, quote or line break.
[[nodiscard]] std::string csv_cell(std::string const &text);
/// One line of cells, ended by "\n" as elsewhere in an atlas.
void write_csv_row(std::ostream &out, std::vector<std::string> const &cells);

} // namespace app
