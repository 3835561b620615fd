#include "geo/check/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace geo {
namespace {

/// Control characters written out, so that what a file says can neither forge a line nor steer a terminal.
std::string plain(std::string const &text)
{
    std::string out;
    for (char const c : text) {
        auto const code = static_cast<unsigned char>(c);
        out += code < 0x20 || code == 0x7F ? fmt::format("\\x{:02X}", code) : std::string(1, c);
    }
    return out;
}

} // namespace

std::string to_line(Problem const &problem)
{
    return plain(fmt::format("{}{}{}: {}: {}{}{}", problem.file, problem.feature.empty() ? "" : ":", problem.feature,
                             problem.severity == Severity::error ? "error" : "warning", problem.field,
                             problem.field.empty() ? "" : ": ", problem.message));
}

bool has_errors(Problems const &problems)
{
    return std::ranges::any_of(problems, [](Problem const &p) { return p.severity == Severity::error; });
}

} // namespace geo
