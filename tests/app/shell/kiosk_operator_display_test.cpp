// The operator's way in, tap by tap.

#include "support/bundled_map.hpp"
#include "support/kiosk.hpp"

#include "app/kiosk/operator_lock.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

constexpr app::Viewport screen{1280, 720};

test::Kiosk made()
{
    app::KioskSettings settings;
    settings.operator_code = app::hash_code("4711");
    return {{&test::bundled_session(), [](app::Session const *) {}}, screen, std::move(settings)};
}

/// The hidden gesture: three taps in each upper corner.
void knock(test::Kiosk &kiosk)
{
    for (float const x : {6.0F, static_cast<float>(screen.width) - 6}) {
        for (int i = 0; i < 3; ++i) {
            kiosk.tap(app::ScreenPoint{x, 6});
        }
    }
    kiosk.settle();
}

void type(test::Kiosk &kiosk, std::string const &code)
{
    for (char const digit : code) {
        kiosk.tap("digit-" + std::string{digit});
    }
    kiosk.tap("enter");
}

} // namespace

TEST_CASE("the corners and the code lead to the service page, without the gesture there is no way to it")
{
    auto kiosk = made();
    kiosk.settle();
    CHECK(kiosk.view.state().page == app::KioskPage::attract);
    knock(kiosk);
    REQUIRE(kiosk.view.state().page == app::KioskPage::code);
    type(kiosk, "4711");
    CHECK(kiosk.view.state().page == app::KioskPage::service);
}

TEST_CASE("after five wrong codes the right one does not open either, and the display goes back to its visitors")
{
    auto kiosk = made();
    kiosk.settle();
    knock(kiosk);
    REQUIRE(kiosk.view.state().page == app::KioskPage::code);
    for (char const *const wrong : {"0000", "1111", "4710", "1174", "471"}) {
        type(kiosk, wrong);
        CHECK(kiosk.view.state().answer == app::Unlock::wrong);
    }
    type(kiosk, "4711");
    CHECK(kiosk.view.state().answer == app::Unlock::locked);
    CHECK(kiosk.view.state().page == app::KioskPage::code);
    auto const lines = kiosk.log_lines();
    CHECK(std::ranges::count_if(lines, [](std::string const &line) {
              return line.ends_with("display: a wrong operator's code was typed");
          }) >= 5);
    kiosk.pass(31);
    CHECK(kiosk.view.state().page == app::KioskPage::attract);
    CHECK(!kiosk.view.exit_code());
}
