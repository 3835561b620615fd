#include "app/kiosk/pulse.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fcntl.h>
#include <string>
#include <unistd.h>

using namespace std::chrono_literals;

TEST_CASE("a display that draws sixty frames a second beats once a second, and says whether a visitor is there")
{
    std::array<int, 2> ends{};
    REQUIRE(pipe2(ends.data(), O_NONBLOCK) == 0);
    app::Pulse pulse{ends[1]};
    app::Monotonic const begin{100s};
    for (auto t = 0ms; t < 3000ms; t += 16ms) {
        pulse.beat(begin + t, t > 1500ms);
    }
    std::array<char, 16> heard{};
    auto const count = read(ends[0], heard.data(), heard.size());
    CHECK(std::string(heard.data(), static_cast<std::size_t>(count)) == "..vv");
    close(ends[0]);
    close(ends[1]);
}

TEST_CASE("a pulse that nobody empties does not stop the display")
{
    std::array<int, 2> ends{};
    REQUIRE(pipe2(ends.data(), O_NONBLOCK) == 0);
    app::Pulse pulse{ends[1]};
    for (int i = 0; i < 100'000; ++i) {
        pulse.beat(app::Monotonic{i * 1s}, false);
    }
    CHECK(write(ends[1], "x", 1) == -1); // full, and we are here
    close(ends[0]);
    close(ends[1]);
}
