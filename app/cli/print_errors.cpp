#include "app/cli/commands.hpp"

#include <ostream>

namespace app {

bool print_errors(geo::Problems const &problems, std::ostream &err)
{
    for (auto const &problem : problems) {
        if (problem.severity == geo::Severity::error) {
            err << to_line(problem) << '\n';
        }
    }
    return has_errors(problems);
}

} // namespace app
