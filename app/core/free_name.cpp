#include "app/core/free_name.hpp"

namespace app {

std::filesystem::path free_name(std::filesystem::path const &folder, std::string const &stem, std::string const &ending)
{
    auto file = folder / (stem + ending);
    for (int n = 2; std::filesystem::exists(file); ++n) {
        file = folder / (stem + "-" + std::to_string(n) + ending);
    }
    return file;
}

} // namespace app
