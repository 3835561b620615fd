#include "app/core/atomic_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>
#include <sys/stat.h>

namespace app {
namespace {

namespace fs = std::filesystem;

/// Removes what is left of a folder that was not finished.
struct Remains
{
    fs::path folder;
    ~Remains()
    {
        std::error_code ignored; // nothing more can be done about it here
        fs::remove_all(folder, ignored);
    }
};

} // namespace

void write_folder_atomically(fs::path const &folder, std::function<void(fs::path const &)> const &write)
{
    std::error_code none;
    if (fs::exists(folder, none) && (!fs::is_directory(folder, none) || !fs::is_empty(folder, none))) {
        throw std::runtime_error{folder.string() + ": is there already and is no empty folder; give another name"};
    }
    auto const name = fs::absolute(folder).lexically_normal();
    auto pattern = (name.parent_path() / ("." + name.filename().string() + ".new-XXXXXX")).string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error{folder.string() + ": cannot be made: " + std::strerror(errno)};
    }
    Remains const remains{pattern};
    write(remains.folder);
    if (chmod(remains.folder.c_str(), 0755) != 0 || std::rename(remains.folder.c_str(), name.c_str()) != 0) {
        throw std::runtime_error{folder.string() + ": cannot be made: " + std::strerror(errno)};
    }
}

} // namespace app
