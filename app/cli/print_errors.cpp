#include "app/cli/commands.hpp"

#include <fmt/ostream.h>

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

void print_dropped(geo::Atlas const &atlas, std::ostream &err)
{
    for (auto const &guest : atlas.guests) {
        for (auto const &[reason, count] : guest.dropped) {
            fmt::print(err, "{}: not used: {} x {}\n", guest.file, count, reason);
        }
        if (guest.features == 0) {
            fmt::print(err, "{}: nothing to show in the layer '{}'\n", guest.file, guest.name);
        }
    }
}

} // namespace app
