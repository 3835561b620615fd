#pragma once

#include "app/cli/exit.hpp"
#include "app/cli/options.hpp"

#include "geo/store/load_atlas.hpp"

#include <iosfwd>

namespace app {

// Commands that need no display. Each prints its result to `out` and its errors, one line each, to `err`.
Exit run_state(StateOptions const &options, std::ostream &out, std::ostream &err);
Exit run_trace(TraceOptions const &options, std::ostream &out, std::ostream &err);
Exit run_cite(CiteOptions const &options, std::ostream &out, std::ostream &err);
Exit run_check(CheckOptions const &options, std::ostream &out);
Exit run_info(InfoOptions const &options, std::ostream &out, std::ostream &err);

Exit run_pack(PackOptions const &options, std::ostream &out, std::ostream &err);
Exit run_export(ExportOptions const &options, std::ostream &out, std::ostream &err);
Exit run_new(NewOptions const &options, std::ostream &out);
/// Asks for the operator's code of the kiosk and writes its hash into the settings. \param in the terminal or a pipe
Exit run_set_code(KioskOptions const &options, std::istream &in, std::ostream &out);

/// The unit with the id. \throws std::invalid_argument with one line that names the nearest
[[nodiscard]] geo::Index find_unit(geo::Atlas const &atlas, std::string const &id);

/// Prints the errors among the problems; true if there are any.
bool print_errors(geo::Problems const &problems, std::ostream &err);

/// Prints what of the files over the atlas could not be used, one line for each reason.
void print_dropped(geo::Atlas const &atlas, std::ostream &err);

} // namespace app
