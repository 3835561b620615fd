#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace app {

/**
 * Writes a file so that at any moment the old or the new one is there, whole: a temporary file beside it, synced to
 * the disk, then renamed.
 * \throws std::runtime_error naming the file and the system's reason; the old file is untouched
 */
void write_atomically(std::filesystem::path const &file, std::string_view content);

/// Likewise for what a library writes by itself: `write` gets the name of the temporary file, which keeps the ending.
void write_atomically(std::filesystem::path const &file,
                      std::function<void(std::filesystem::path const &)> const &write);

} // namespace app
