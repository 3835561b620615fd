#pragma once

#include <filesystem>
#include <functional>

namespace app {

/**
 * Makes a folder of files so that it is there whole or not at all: `write` fills one beside it, which is then renamed.
 * \throws std::runtime_error if a folder of that name already holds something, or it cannot be made; what `write`
 * throws
 */
void write_folder_atomically(std::filesystem::path const &folder,
                             std::function<void(std::filesystem::path const &)> const &write);

} // namespace app
