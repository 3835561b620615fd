#include "geo/check/problem.hpp"

#include "geo/io/text_line.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace geo {

std::string to_line(Problem const &problem)
{
    return plain_line(fmt::format("{}{}{}: {}: {}{}{}", problem.file, problem.feature.empty() ? "" : ":",
                                  problem.feature, problem.severity == Severity::error ? "error" : "warning",
                                  problem.field, problem.field.empty() ? "" : ": ", problem.message));
}

bool has_errors(Problems const &problems)
{
    return std::ranges::any_of(problems, [](Problem const &p) { return p.severity == Severity::error; });
}

} // namespace geo
