#include "app/core/free_name.hpp"

#include <fmt/format.h>

namespace app {

std::filesystem::path free_name(std::filesystem::path const &folder, std::string const &stem, std::string const &ending)
{
    auto file = folder / (stem + ending);
    for (int n = 2; std::filesystem::exists(file); ++n) {
        file = folder / fmt::format("{}-{}{}", stem, n, ending);
    }
    return file;
}

} // namespace app
