#pragma once

#include <chrono>
#include <string>

namespace app {

/// The clock on the museum's wall. Only for dates that people read and for the nightly hour: it may be set back or
/// forth at any moment, so nothing is ever timed by it.
[[nodiscard]] std::chrono::local_seconds wall_now();
/// "2026-04-27 15:00:00"
[[nodiscard]] std::string wall_text(std::chrono::local_seconds t);
/// "2026-04-27"
[[nodiscard]] std::string wall_day(std::chrono::local_seconds t);
[[nodiscard]] int wall_hour(std::chrono::local_seconds t);

} // namespace app
