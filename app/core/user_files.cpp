#include "app/core/user_files.hpp"

#include <cstdlib>

namespace app {
namespace {

/// A folder of ours where the variable names one, else under the home folder, else none.
std::filesystem::path user_dir(char const *variable, char const *under_home)
{
    // The XDG Base Directory Specification: a relative path in the variable is to be ignored.
    if (auto const *const xdg = std::getenv(variable); xdg != nullptr && std::filesystem::path{xdg}.is_absolute()) {
        return std::filesystem::path{xdg} / "marshrut";
    }
    if (auto const *const home = std::getenv("HOME"); home != nullptr && std::filesystem::path{home}.is_absolute()) {
        return std::filesystem::path{home} / under_home / "marshrut";
    }
    return {};
}

} // namespace

std::filesystem::path config_dir()
{
    return user_dir("XDG_CONFIG_HOME", ".config");
}

std::filesystem::path cache_dir()
{
    auto const own = user_dir("XDG_CACHE_HOME", ".cache");
    return own.empty() ? std::filesystem::temp_directory_path() / "marshrut" : own;
}

} // namespace app
