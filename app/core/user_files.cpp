#include "app/core/user_files.hpp"

#include <cstdlib>

namespace app {

std::filesystem::path config_dir()
{
    // The specification: a relative path in the variable is to be ignored.
    if (auto const *const xdg = std::getenv("XDG_CONFIG_HOME");
        xdg != nullptr && std::filesystem::path{xdg}.is_absolute()) {
        return std::filesystem::path{xdg} / "marshrut";
    }
    if (auto const *const home = std::getenv("HOME"); home != nullptr && std::filesystem::path{home}.is_absolute()) {
        return std::filesystem::path{home} / ".config" / "marshrut";
    }
    return {};
}

} // namespace app
