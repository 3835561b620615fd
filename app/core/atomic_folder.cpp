#include "app/core/atomic_folder.hpp"

#include "app/core/workshop.hpp"

#include <stdexcept>
#include <string>

namespace app {

namespace fs = std::filesystem;

void write_folder_atomically(fs::path const &folder, std::function<void(fs::path const &)> const &write)
{
    std::error_code none;
    if (fs::exists(folder, none) && (!fs::is_directory(folder, none) || !fs::is_empty(folder, none))) {
        throw std::runtime_error{folder.string() + ": is there already and is no empty folder; give another name"};
    }
    auto name = fs::absolute(folder).lexically_normal();
    name = name.has_filename() ? name : name.parent_path(); // "frames/"
    Workshop const workshop{name};
    workshop.make_folder();
    write(workshop.product());
    workshop.deliver();
}

} // namespace app
