#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace app {

/// One line of CSV (RFC 4180, but "\n" as elsewhere in an atlas): cells with a comma, quote or line break are quoted.
void write_csv_row(std::ostream &out, std::vector<std::string> const &cells);

} // namespace app
