#pragma once

#include <filesystem>
#include <string>

namespace app {

/// What became of an atlas that was offered to the kiosk. The values are exit codes of the process that examines it.
enum class Prepared : int {
    fresh = 0,     ///< it is the newest on the shelf
    refused = 1,   ///< it has errors, or is no atlas
    postponed = 3, ///< the server could not be asked, or the disk is full: later perhaps
    same = 10,     ///< as what is on the shelf already
};

struct Preparation
{
    Prepared what = Prepared::fresh;
    std::string why; ///< one line for the log; empty if all is well
};

/**
 * Examines an atlas as `check` does and, if it has no error, packs it onto the kiosk's shelf. Meant for a process of
 * its own: a file may be made so that it brings its reader down, and reading takes much memory.
 * \param state the kiosk's folder of state
 */
[[nodiscard]] Preparation prepare_atlas(std::filesystem::path const &location, std::filesystem::path const &state);

} // namespace app
