#include "app/core/csv.hpp"

#include <ostream>

namespace app {

std::string csv_cell(std::string const &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string out = "\"";
    for (char const c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + "\"";
}

void write_csv_row(std::ostream &out, std::vector<std::string> const &cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out << (i == 0 ? "" : ",") << csv_cell(cells[i]);
    }
    out << '\n';
}

} // namespace app
