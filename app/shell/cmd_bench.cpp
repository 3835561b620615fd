#include "app/shell/commands.hpp"
namespace app { Exit run_bench(BenchOptions const &, std::ostream &, std::ostream &) { return Exit::no_display; } }
