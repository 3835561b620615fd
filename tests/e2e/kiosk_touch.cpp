// Real fingers on the exhibition display: an X server without hardware, its touch device, and the kiosk over its screen.
// Run by kiosk_touch_end_to_end, which starts the server and names the devices' sockets.

#include "support/kiosk.hpp"
#include "support/touch_device.hpp"

#include "app/core/paths.hpp"
#include "app/scene/camera.hpp"
#include "app/shell/kiosk_window.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>

namespace {

std::string socket_of(char const *variable)
{
    auto const *const path = std::getenv(variable);
    REQUIRE_MESSAGE(path != nullptr, "run by kiosk_touch_end_to_end");
    return path;
}

/// Opened once: the server's driver talks to one client in its life.
test::InputDevice &device(std::string const &variable)
{
    static std::map<std::string, test::InputDevice> devices;
    return devices.try_emplace(variable, socket_of(variable.c_str()), app::whole_screen()->pixels).first->second;
}

std::shared_ptr<app::Session const> bundled()
{
    static auto const session = app::open_session(app::bundled_atlas());
    return session;
}

/// The kiosk over the whole screen, and a hand.
struct Exhibition
{
    app::Viewport screen = app::whole_screen()->pixels;
    test::InputDevice &glass = device("MARSHRUT_TOUCH");
    test::InputDevice &mouse = device("MARSHRUT_MOUSE");
    test::Kiosk kiosk{bundled(), std::nullopt};

    Exhibition()
    {
        kiosk.settle();
        REQUIRE(kiosk.view.state().view.viewport == screen);
    }

    [[nodiscard]] app::KioskState const &state() const { return kiosk.view.state(); }

    /// Turns of the loop until something is so; what the server sent may come with a later turn.
    bool comes(std::function<bool()> const &is_so)
    {
        for (int i = 0; i < 200; ++i) {
            if (is_so()) {
                return true;
            }
            kiosk.view.step();
        }
        return false;
    }
    /// So many turns: time for what must not happen.
    void turns(int count)
    {
        for (int i = 0; i < count; ++i) {
            kiosk.view.step();
        }
    }
    void begin_visit()
    {
        app::ScreenPoint const at{static_cast<float>(screen.width) / 2, 300};
        glass.begin(9, at);
        glass.end(9, at);
        REQUIRE(comes([&] { return state().page == app::KioskPage::visit; }));
        rest();
        kiosk.settle();
    }
    /// Until the next tap is no double tap any more.
    void rest()
    {
        for (double const until = app::touch_clock() + 0.5; app::touch_clock() < until;) {
            kiosk.view.step();
        }
    }
    void tap(app::ScreenPoint at)
    {
        glass.begin(1, at);
        glass.end(1, at);
    }
    /// What of the map lies under a pixel.
    [[nodiscard]] geo::MapPoint map_at(app::ScreenPoint at) const
    {
        return app::to_map(state().view.camera, screen, at);
    }
    /// How far a point of the map lies from a pixel, pixels.
    [[nodiscard]] double off(geo::MapPoint what, app::ScreenPoint at) const
    {
        auto const now = app::to_screen(state().view.camera, screen, what);
        return std::hypot(now.x - at.x, now.y - at.y);
    }
};

} // namespace

TEST_CASE("a touch in the attract loop hands over with the next frame, and chooses nothing")
{
    Exhibition e;
    auto const before = e.state().view;
    app::ScreenPoint const at{700, 300};
    e.glass.begin(1, at);
    REQUIRE(e.comes([&] { return e.state().page == app::KioskPage::visit; }));
    CHECK(e.kiosk.view.skin().find("play") != nullptr); // the frame of that very turn shows the visitor's page
    CHECK(std::abs((e.state().view.now - before.now).count()) < 3 * 86400 / 15);
    e.glass.end(1, at);
    e.turns(5);
    CHECK(e.state().view.selection.kind == app::Kind::none);
}

TEST_CASE("two fingers pinch the map to twice its scale about their middle")
{
    Exhibition e;
    e.begin_visit();
    double const before = e.state().view.camera.metres_per_pixel;
    app::ScreenPoint const middle{960, 380};
    auto const held = e.map_at(middle);
    e.glass.begin(1, {860, 380});
    e.glass.begin(2, {1060, 380});
    for (int i = 1; i <= 10; ++i) {
        float const apart = 100 + 10 * static_cast<float>(i);
        e.glass.move(1, {960 - apart, 380});
        e.glass.move(2, {960 + apart, 380});
    }
    e.glass.end(1, {760, 380});
    e.glass.end(2, {1160, 380});
    CHECK(e.comes([&] { return e.state().view.camera.metres_per_pixel < before / 1.999; }));
    e.turns(5);
    CHECK(before / e.state().view.camera.metres_per_pixel == doctest::Approx(2).epsilon(0.002));
    CHECK(e.off(held, middle) < 2);
}

TEST_CASE("two fingers pan the map without changing its scale")
{
    Exhibition e;
    e.begin_visit();
    double const before = e.state().view.camera.metres_per_pixel;
    app::ScreenPoint const from{900, 300};
    auto const held = e.map_at(from);
    e.glass.begin(1, {from.x - 80, from.y});
    e.glass.begin(2, {from.x + 80, from.y});
    for (int i = 1; i <= 10; ++i) {
        auto const by = static_cast<float>(i) * 12;
        e.glass.move(1, {from.x - 80 + by, from.y + by / 2});
        e.glass.move(2, {from.x + 80 + by, from.y + by / 2});
    }
    e.glass.end(1, {from.x + 40, from.y + 60});
    e.glass.end(2, {from.x + 200, from.y + 60});
    CHECK(e.comes([&] { return e.off(held, {from.x + 120, from.y + 60}) < 2; }));
    e.turns(5);
    CHECK(e.off(held, {from.x + 120, from.y + 60}) < 2);
    CHECK(e.state().view.camera.metres_per_pixel == doctest::Approx(before).epsilon(0.001));
}

TEST_CASE("the map lies under the one finger that drags it: what the server makes of it for a pointer is not counted too")
{
    Exhibition e;
    e.begin_visit();
    app::ScreenPoint const from{800, 300};
    auto const held = e.map_at(from);
    e.glass.begin(1, from);
    for (int i = 1; i <= 10; ++i) {
        e.glass.move(1, {from.x + 15 * static_cast<float>(i), from.y + 8 * static_cast<float>(i)});
    }
    e.glass.end(1, {950, 380});
    CHECK(e.comes([&] { return e.off(held, {950, 380}) < 2; }));
    e.turns(10);
    CHECK(e.off(held, {950, 380}) < 2);
}

TEST_CASE("a mouse drags the map like a finger")
{
    Exhibition e;
    e.begin_visit();
    app::ScreenPoint const from{800, 300};
    auto const held = e.map_at(from);
    e.mouse.mouse_to(from);
    e.mouse.mouse_button(true);
    for (int i = 1; i <= 10; ++i) {
        e.mouse.mouse_to({from.x + 15 * static_cast<float>(i), from.y + 8 * static_cast<float>(i)});
    }
    e.mouse.mouse_button(false);
    CHECK(e.comes([&] { return e.off(held, {950, 380}) < 2; }));
    e.turns(10);
    CHECK(e.off(held, {950, 380}) < 2);
}

TEST_CASE("a tap opens the next event's card, and another on the card closes it")
{
    Exhibition e;
    e.begin_visit();
    e.tap(e.kiosk.where("next"));
    REQUIRE(e.comes([&] { return e.state().view.selection.kind == app::Kind::event; }));
    e.rest();
    REQUIRE(e.kiosk.view.skin().find("close") != nullptr);
    // The card's paper is not the map: a tap on it chooses nothing else.
    auto const &sheet = e.kiosk.view.skin().sheets.front();
    auto const chosen = e.state().view.selection;
    e.tap({sheet.left + 40, sheet.top + 40});
    e.rest();
    CHECK(e.state().view.selection == chosen);
    e.tap(e.kiosk.where("close"));
    CHECK(e.comes([&] { return e.state().view.selection.kind == app::Kind::none; }));
}

TEST_CASE("a finger drags the slider through the days, and the film waits")
{
    Exhibition e;
    e.begin_visit();
    auto const slider = e.kiosk.view.skin().find("slider")->rect;
    float const y = (slider.top + slider.bottom) / 2;
    float const width = slider.right - slider.left;
    e.glass.begin(1, {slider.left + width * 0.1F, y});
    for (int i = 2; i <= 5; ++i) {
        e.glass.move(1, {slider.left + width * 0.1F * static_cast<float>(i), y});
    }
    e.glass.end(1, {slider.left + width * 0.5F, y});
    auto const days = app::five_days(bundled()->atlas->info);
    auto const wanted = days.begin + (days.end - days.begin) / 2;
    CHECK(e.comes([&] { return std::abs((e.state().view.now - wanted).count()) < 900; }));
    CHECK_FALSE(e.state().view.playing);
}
