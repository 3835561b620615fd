#pragma once

#include <filesystem>

namespace app {

/// Where the user's settings of this program lie, by the XDG Base Directory Specification: $XDG_CONFIG_HOME/marshrut,
/// else ~/.config/marshrut. Empty if the environment names neither; then nothing is kept.
[[nodiscard]] std::filesystem::path config_dir();
/// Where what can be made again is kept: $XDG_CACHE_HOME/marshrut, else ~/.cache/marshrut, else the temporary folder.
[[nodiscard]] std::filesystem::path cache_dir();

} // namespace app
