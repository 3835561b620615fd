#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace app {

/// The files of this computer that a text/uri-list names (RFC 2483), as file managers hand them over when files are
/// dropped: comments, other schemes and other computers are left out, %-escapes are undone.
[[nodiscard]] std::vector<std::filesystem::path> files_of_uri_list(std::string_view text);

} // namespace app
