#include "app/shell/commands.hpp"
namespace app { Exit run_view(ViewOptions const &, std::ostream &) { return Exit::no_display; } }
