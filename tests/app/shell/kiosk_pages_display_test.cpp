// The pages of the exhibition display, in every language, across and upright.

#include "support/bundled_map.hpp"
#include "support/kiosk.hpp"

#include "app/kiosk/operator_lock.hpp"

#include <SFML/Graphics/Image.hpp>
#include <doctest/doctest.h>

#include <filesystem>

namespace {

std::shared_ptr<app::Session const> bundled()
{
    return {&test::bundled_session(), [](app::Session const *) {}};
}

app::KioskSettings settings(std::string const &language)
{
    app::KioskSettings made;
    made.language = language;
    made.operator_code = app::hash_code("4711");
    made.read_aloud = true;
    return made;
}

void keep(test::Kiosk &kiosk, std::string const &name)
{
    kiosk.settle();
    auto const folder = std::filesystem::path{MARSHRUT_TEST_OUTPUT} / "kiosk";
    std::filesystem::create_directories(folder);
    CHECK(kiosk.view.snapshot().copyToImage().saveToFile((folder / (name + ".png")).string()));
}

/// Nothing that is touched is smaller than a finger needs, covered by another, or out of reach.
void check_controls(test::Kiosk const &kiosk)
{
    auto const &controls = kiosk.view.skin().controls;
    auto const height = static_cast<float>(kiosk.view.state().view.viewport.height);
    auto const width = static_cast<float>(kiosk.view.state().view.viewport.width);
    for (auto const &a : controls) {
        INFO(a.id);
        CHECK(a.rect.bottom - a.rect.top >= 60);
        CHECK(a.rect.right - a.rect.left >= 60);
        CHECK(a.rect.left >= 0);
        CHECK(a.rect.right <= width);
        CHECK(a.rect.bottom <= height);
        CHECK_FALSE(a.name.empty());
        for (auto const &b : controls) {
            CHECK((&a == &b || !a.rect.meets(b.rect)));
        }
    }
}

} // namespace

TEST_CASE("the kiosk's pages in every language, across and upright: nothing is too small, covered or out of the screen")
{
    for (app::Viewport const size : {app::Viewport{1920, 1080}, {1080, 1920}}) {
        for (std::string const language : {"en", "az", "ru"}) {
            auto const name = [&](char const *page) {
                return std::string{page} + "-" + language + (size.height > size.width ? "-upright" : "-across");
            };
            CAPTURE(language);
            CAPTURE(size.width);
            test::Kiosk kiosk{bundled(), size, settings(language)};
            kiosk.pass(20);
            check_controls(kiosk);
            keep(kiosk, name("attract"));

            kiosk.tap(app::ScreenPoint{static_cast<float>(size.width) / 2, 400});
            CHECK(kiosk.view.state().page == app::KioskPage::visit);
            kiosk.settle();
            check_controls(kiosk);
            keep(kiosk, name("visit"));

            kiosk.view.act(app::Do{app::SetInstant{kiosk.view.state().view.now - std::chrono::days{1}}});
            kiosk.tap("next");
            kiosk.pass(3);
            check_controls(kiosk);
            keep(kiosk, name("card"));
            kiosk.tap("large");
            kiosk.settle();
            check_controls(kiosk);
            keep(kiosk, name("large"));
            kiosk.tap("large");

            for (int i = 0; i < 61; ++i) {
                kiosk.view.turn(1);
            }
            CHECK(kiosk.view.state().page == app::KioskPage::asking);
            kiosk.view.turn(1);
            check_controls(kiosk);
            keep(kiosk, name("asking"));
            kiosk.tap("stay");

            for (float const x : {50.0F, static_cast<float>(size.width) - 50}) {
                for (int i = 0; i < 3; ++i) {
                    kiosk.tap(app::ScreenPoint{x, 50});
                }
            }
            CHECK(kiosk.view.state().page == app::KioskPage::code);
            kiosk.settle();
            check_controls(kiosk);
            kiosk.tap("digit-1");
            kiosk.tap("digit-2");
            kiosk.tap("enter");
            keep(kiosk, name("code"));
            for (auto const *digit : {"digit-4", "digit-7", "digit-1", "digit-1", "enter"}) {
                kiosk.tap(digit);
            }
            CHECK(kiosk.view.state().page == app::KioskPage::service);
            kiosk.settle();
            check_controls(kiosk);
            keep(kiosk, name("service"));
        }
    }
}
