#pragma once

#include <chrono>
#include <functional>
#include <thread>

namespace test {

/// Waits for a condition, looking often; false if it has not come true within a minute.
inline bool until(std::function<bool()> const &condition, std::chrono::seconds most = std::chrono::seconds{60})
{
    auto const end = std::chrono::steady_clock::now() + most;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return true;
}

} // namespace test
