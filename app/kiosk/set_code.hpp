#pragma once

#include <filesystem>
#include <string>

namespace app {

/// The settings file that is used when none is named: that of the whole computer, /etc/marshrut/kiosk.json, if it is
/// there or `writing` and this is root; else the user's own; "" if neither.
[[nodiscard]] std::filesystem::path default_settings_file(bool writing = false);

/// Writes the hash of the operator's code into a settings file, which is made if it is missing; all else in it stays.
/// \throws std::runtime_error with one line: no 4 to 12 digits, the file is broken or cannot be written
void set_code(std::filesystem::path const &file, std::string const &code);

} // namespace app
