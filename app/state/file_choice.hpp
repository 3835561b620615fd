#pragma once

#include <cstdint>
#include <string>

namespace app {

/// What a file is looked for.
enum class FilePurpose : std::uint8_t {
    open, ///< an atlas, or a file with places and times
    scan, ///< a picture of a map, to be laid over the map
};

/// The file chooser, one for all purposes. What is in the folder is no part of the state: the disk says it.
struct FileChoice
{
    bool open = false;
    FilePurpose purpose = FilePurpose::open;
    std::string folder;   ///< whole path; empty: where the program was started
    std::string name;     ///< marked or typed: a name within the folder, or a whole path
    bool all = false;     ///< also files whose endings are none of the purpose's
    friend bool operator==(FileChoice const &, FileChoice const &) = default;
};

} // namespace app
