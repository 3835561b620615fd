#include "geo/io/sql_text.hpp"

#include <stdexcept>

namespace geo {
namespace {

std::string quoted(std::string_view text, char quote)
{
    std::string out{quote};
    for (char const c : text) {
        if (c == '\0') {
            throw std::runtime_error{"a name or text for SQL holds a NUL"};
        }
        out += c;
        if (c == quote) {
            out += c;
        }
    }
    return out + quote;
}

} // namespace

std::string sql_name(std::string_view name)
{
    return quoted(name, '"');
}

std::string sql_text(std::string_view text)
{
    return quoted(text, '\'');
}

} // namespace geo
