#pragma once

#include <filesystem>
#include <string>

namespace test {

/// The bytes of a file; empty if there is none.
[[nodiscard]] std::string content(std::filesystem::path const &file);

} // namespace test
