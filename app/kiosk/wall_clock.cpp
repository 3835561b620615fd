#include "app/kiosk/wall_clock.hpp"

#include <fmt/chrono.h>

#include <ctime>

namespace app {

std::chrono::local_seconds wall_now()
{
    auto const t = std::time(nullptr);
    std::tm local{};
    (void)localtime_r(&t, &local); // no year is too far
    return std::chrono::local_seconds{std::chrono::seconds{timegm(&local)}};
}

namespace {

std::tm broken_down(std::chrono::local_seconds t)
{
    auto const seconds = static_cast<std::time_t>(t.time_since_epoch().count());
    std::tm out{};
    (void)gmtime_r(&seconds, &out);
    return out;
}

} // namespace

std::string wall_text(std::chrono::local_seconds t)
{
    return fmt::format("{:%Y-%m-%d %H:%M:%S}", broken_down(t));
}

std::string wall_day(std::chrono::local_seconds t)
{
    return fmt::format("{:%Y-%m-%d}", broken_down(t));
}

int wall_hour(std::chrono::local_seconds t)
{
    return broken_down(t).tm_hour;
}

} // namespace app
