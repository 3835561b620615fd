#pragma once

#include "app/core/folder_listing.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Long work that goes on beside the map, and may be stopped.
struct WorkShown
{
    std::string what;  ///< a name: of a file that is read or written
    double share = -1; ///< 0 to 1; below 0: cannot be told
    double seconds = 0; ///< since it began
};

/// What the panels about files show beside the state; made by the shell, which keeps it from frame to frame.
struct FilesData
{
    FolderListing const &listing; ///< of the folder that the chooser shows
    std::vector<Root> const &roots;
    std::optional<WorkShown> opening; ///< what is being read
    std::optional<WorkShown> making;  ///< what is being written
};

} // namespace app
