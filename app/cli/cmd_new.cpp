#include "app/cli/commands.hpp"

#include "app/core/paths.hpp"

#include <fmt/ostream.h>

#include <ostream>
#include <stdexcept>

namespace app {

Exit run_new(NewOptions const &options, std::ostream &out)
{
    namespace fs = std::filesystem;
    if (fs::exists(options.folder) && (!fs::is_directory(options.folder) || !fs::is_empty(options.folder))) {
        throw std::runtime_error{fmt::format("{}: is there already and not empty; name a folder that is not there yet",
                                             options.folder.string())};
    }
    fs::copy(assets_dir() / "template", options.folder, fs::copy_options::recursive);
    fmt::print(out,
               "{0}: a small atlas to fill in. Read {0}/READ-ME.txt, then try:\n  marshrut check {0}\n  marshrut {0}\n",
               options.folder.string());
    return Exit::done;
}

} // namespace app
