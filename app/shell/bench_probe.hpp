#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

namespace app {

/// What a process of its own found out: the program started anew, so that nothing is warm.
struct ProbeResult
{
    double milliseconds = 0;  ///< from the start of the process (reading: of the work) to the first complete frame
    double anonymous_mib = 0; ///< RssAnon after some seconds' worth of frames
};

/// `window`: an empty SFML window of the size of the bench; `viewer`: the viewer on the atlas; `reading`: GDAL alone
/// reading the same file.
void run_probe(std::string const &what, std::filesystem::path const &atlas, std::ostream &out);

/// Starts this program as such a probe and waits for it. \throws std::runtime_error if it fails
[[nodiscard]] ProbeResult probe(std::string const &what, std::filesystem::path const &atlas);

} // namespace app
