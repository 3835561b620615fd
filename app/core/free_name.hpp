#pragma once

#include <filesystem>
#include <string>

namespace app {

/// A file in the folder that does not exist yet: "places.csv", else "places-2.csv" …
[[nodiscard]] std::filesystem::path free_name(std::filesystem::path const &folder, std::string const &stem,
                                              std::string const &ending);

} // namespace app
