#include "app/cli/commands.hpp"

#include "geo/io/text_line.hpp"

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
            fmt::print(err, "{}: not used: {} x {}\n", geo::plain_line(guest.file), count, reason);
        }
        if (guest.features == 0) {
            fmt::print(err, "{}: nothing to show in the layer '{}'\n", geo::plain_line(guest.file),
                       geo::plain_line(guest.name));
        }
    }
}

} // namespace app
