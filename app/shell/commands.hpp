#pragma once

#include "app/cli/exit.hpp"
#include "app/cli/options.hpp"

#include <iosfwd>

namespace app {

// Commands that draw. Where the user has no display, render, film and bench start a private one; view does not.
Exit run_view(ViewOptions const &options, std::ostream &err);
Exit run_render(RenderOptions const &options, std::ostream &err);
/// Ctrl+C stops it: then nothing is written, and the exit code is Exit::stopped.
Exit run_film(FilmOptions const &options, std::ostream &out, std::ostream &err);
/// Writes a PDF; draws nothing on a display.
Exit run_handout(HandoutOptions const &options, std::ostream &err);
/// The kiosk: its supervisor, or whichever of its children the options name.
Exit run_kiosk(KioskOptions const &options, std::ostream &out, std::ostream &err);
Exit run_bench(BenchOptions const &options, std::ostream &out, std::ostream &err);

} // namespace app
