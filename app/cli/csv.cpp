#include "app/cli/csv.hpp"

#include <ostream>

namespace app {

void write_csv_row(std::ostream &out, std::vector<std::string> const &cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out << (i == 0 ? "" : ",");
        if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
            out << cells[i];
            continue;
        }
        out << '"';
        for (char const c : cells[i]) {
            out << (c == '"' ? "\"\"" : std::string(1, c));
        }
        out << '"';
    }
    out << '\n';
}

} // namespace app
