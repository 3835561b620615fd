// The pages of the exhibition display, in every language, across and upright.

#include "support/atlas_folder.hpp"
#include "support/bundled_map.hpp"
#include "support/kiosk.hpp"

#include "app/kiosk/operator_lock.hpp"

#include <SFML/Graphics/Image.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

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
            for (int i = 0; i < 20; ++i) {
                kiosk.view.turn(1);
            }
            check_controls(kiosk);
            keep(kiosk, name("attract"));

            kiosk.tap(app::ScreenPoint{static_cast<float>(size.width) / 2, 400});
            CHECK(kiosk.view.state().page == app::KioskPage::visit);
            keep(kiosk, name("visit"));
            check_controls(kiosk);

            kiosk.view.act(app::Do{app::SetInstant{kiosk.view.state().view.now - std::chrono::days{1}}});
            kiosk.tap("next");
            kiosk.pass(1);
            check_controls(kiosk);
            keep(kiosk, name("card"));
            if (language == "ru") { // the longest words
                kiosk.tap("large");
                keep(kiosk, name("large"));
                check_controls(kiosk);
                kiosk.tap("large");
            }

            for (int i = 0; i < 61; ++i) {
                kiosk.view.act(app::Elapse{1});
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
            kiosk.view.turn(0);
            check_controls(kiosk);
            kiosk.tap("digit-1");
            kiosk.tap("digit-2");
            kiosk.tap("enter");
            keep(kiosk, name("code"));
            for (auto const *digit : {"digit-4", "digit-7", "digit-1", "digit-1", "enter"}) {
                kiosk.tap(digit);
            }
            CHECK(kiosk.view.state().page == app::KioskPage::service);
            keep(kiosk, name("service"));
            check_controls(kiosk);
        }
    }
}

TEST_CASE("the frame after the first touch shows the visitor's page, at the moment and place of the attract loop")
{
    test::Kiosk kiosk{bundled(), app::Viewport{1280, 720}, settings("en")};
    kiosk.pass(1);
    auto const before = kiosk.view.state().view;
    CHECK(kiosk.view.skin().find("play") == nullptr);
    kiosk.touch(app::Touch::Phase::begin, {600, 200});
    kiosk.view.turn(1 / 60.0);
    CHECK(kiosk.view.state().view.now == before.now);
    CHECK(kiosk.view.state().view.camera == before.camera);
    auto const play = kiosk.where("play");
    auto const picture = kiosk.view.snapshot().copyToImage();
    auto const pixel = picture.getPixel(static_cast<unsigned>(play.x), static_cast<unsigned>(play.y - 30));
    auto const accent = app::kiosk_colours(false).accent;
    CHECK(pixel == sf::Color{accent.r, accent.g, accent.b});
}

TEST_CASE("all that fingers can do four keys can: every control, the slider, and what stands on the map")
{
    test::Kiosk kiosk{bundled(), app::Viewport{1280, 720}, settings("en")};
    kiosk.pass(0.5);
    auto const press = [&](app::PadKey key) {
        kiosk.view.press(key);
        kiosk.view.turn(1 / 60.0);
    };
    press(app::PadKey::press);
    CHECK(kiosk.view.state().page == app::KioskPage::visit);
    kiosk.view.act(app::Do{app::SetInstant{app::five_days(test::bundled_session().atlas->info).begin}});
    press(app::PadKey::next);
    std::set<std::string> reached;
    for (int i = 0; i < 60; ++i) {
        reached.insert(kiosk.view.skin().controls.at(static_cast<std::size_t>(kiosk.view.state().focus)).id);
        press(app::PadKey::next);
    }
    for (auto const *id : {"play", "previous", "next", "slider", "out", "in", "home", "large", "reading", "language-en",
                           "language-az", "language-ru"}) {
        CHECK_MESSAGE(reached.contains(id), id);
    }
    CHECK(std::ranges::any_of(reached, [](std::string const &id) { return id.starts_with("unit-"); }));

    auto const go_to = [&](std::string const &id) {
        for (int i = 0; i < 100; ++i) {
            auto const &at = kiosk.view.skin().controls.at(static_cast<std::size_t>(kiosk.view.state().focus));
            if (at.id.starts_with(id)) {
                return true;
            }
            press(app::PadKey::next);
        }
        return false;
    };
    REQUIRE(go_to("slider"));
    press(app::PadKey::press);
    auto const before = kiosk.view.state().view.now;
    press(app::PadKey::next);
    CHECK(kiosk.view.state().view.now == before + std::chrono::hours{1});
    press(app::PadKey::back);
    REQUIRE(go_to("unit-"));
    press(app::PadKey::press);
    CHECK(kiosk.view.state().view.selection.kind == app::Kind::unit);
    press(app::PadKey::back);
    CHECK(kiosk.view.state().view.selection.kind == app::Kind::none);
}

TEST_CASE("another atlas is shown from the attract loop's begin")
{
    test::Kiosk kiosk{bundled(), app::Viewport{1280, 720}, settings("en")};
    kiosk.pass(0.3);
    test::AtlasFolder folder;
    kiosk.view.show({app::open_session(folder.path()), "a test"});
    kiosk.settle();
    CHECK(kiosk.view.state().page == app::KioskPage::attract);
    CHECK(kiosk.view.skin().find("language-en") != nullptr);
    kiosk.tap(app::ScreenPoint{600, 200});
    kiosk.settle();
    CHECK(kiosk.view.state().page == app::KioskPage::visit);
}
