#pragma once

#include <filesystem>

namespace app {

/// Where the program's own files lie: beside a build in the source tree, or under the installation's prefix.
/// \throws std::runtime_error naming the folder that is missing.
[[nodiscard]] std::filesystem::path assets_dir();
/// Compiled interface texts, made at build time.
[[nodiscard]] std::filesystem::path locale_dir();
/// The atlas that is opened when none is named, packed when the program was built.
[[nodiscard]] std::filesystem::path bundled_atlas();
/// This program itself, to be run a second time.
[[nodiscard]] std::filesystem::path own_program();
/// The user's folder of documents: XDG_DOCUMENTS_DIR, else ~/Documents if there is one, else the home folder.
[[nodiscard]] std::filesystem::path documents_dir();

} // namespace app
