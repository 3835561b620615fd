// What visitors touch: sizes, reach, and what fingers and keys make of it.

#include "app/kiosk/kiosk_fixture.hpp"

#include <doctest/doctest.h>

#include <set>

using test::KioskOnPaper;
using Phase = app::Touch::Phase;

TEST_CASE("what is touched measures 60 pixels and 15 millimetres at least, and lies in the lower third")
{
    struct Screen
    {
        app::Viewport size;
        float width_mm;
    };
    for (auto const &[size, width_mm] : {Screen{{1920, 1080}, 941}, // 43 inches
                                         Screen{{1920, 1080}, 527}, // 24 inches
                                         Screen{{1920, 1080}, 344}, // 15.6 inches
                                         Screen{{1080, 1920}, 529}, Screen{{3840, 2160}, 941},
                                         Screen{{1366, 768}, 410}}) {
        auto const px_per_mm = static_cast<float>(size.width) / width_mm;
        KioskOnPaper kiosk{size, "day", px_per_mm};
        kiosk.act(app::Touched{{900, 400}});
        kiosk.act(app::Do{app::SetInstant{kiosk.rules.days.begin}});
        kiosk.act(app::Do{app::Select{{app::Kind::event, 0}}});
        REQUIRE(kiosk.state.view.selection.kind == app::Kind::event);
        for (auto const &control : kiosk.skin().controls) {
            CAPTURE(control.id);
            CAPTURE(size.width);
            CAPTURE(width_mm);
            float const least = std::max(60.0F, 15 * px_per_mm) - 0.1F;
            CHECK(control.rect.bottom - control.rect.top >= least);
            CHECK(control.rect.right - control.rect.left >= least);
            CHECK(control.rect.left >= 0);
            CHECK(control.rect.right <= static_cast<float>(size.width));
            CHECK(control.rect.bottom <= static_cast<float>(size.height));
            CHECK((control.rect.top + control.rect.bottom) / 2 >= static_cast<float>(size.height) * 2 / 3 - 1);
        }
    }
}

TEST_CASE("a button acts when the finger is lifted from it, and not if it slid off before")
{
    KioskOnPaper kiosk;
    kiosk.tap({900, 300});
    auto const play = kiosk.where("play");
    kiosk.finger(Phase::begin, play);
    CHECK(kiosk.touches.pressed() == "play");
    CHECK_FALSE(kiosk.state.view.playing);
    kiosk.finger(Phase::move, {play.x + 400, play.y - 300});
    CHECK(kiosk.touches.pressed().empty());
    kiosk.finger(Phase::end, {play.x + 400, play.y - 300});
    CHECK_FALSE(kiosk.state.view.playing);
    kiosk.finger(Phase::begin, play);
    kiosk.finger(Phase::end, play);
    CHECK(kiosk.state.view.playing);
}

TEST_CASE("the touch that wakes the display chooses nothing, but its drag already moves the map")
{
    KioskOnPaper kiosk;
    auto const tapped = kiosk.tap({900, 300});
    CHECK(kiosk.state.page == app::KioskPage::visit);
    CHECK(tapped.taps.empty());

    KioskOnPaper other;
    auto const before = other.state.view.camera;
    other.finger(Phase::begin, {900, 300});
    other.finger(Phase::move, {960, 330});
    CHECK(other.state.view.camera.centre.x < before.centre.x);
    other.finger(Phase::end, {960, 330});
    CHECK(other.tap({900, 300}).taps.size() == 1); // the next one chooses
}

TEST_CASE("a language touched in the attract loop begins the visit in it")
{
    KioskOnPaper kiosk;
    kiosk.rules.language = "az";
    kiosk.act(app::CloseService{}); // begins the loop anew
    REQUIRE(kiosk.state.view.language == "az");
    auto const at = kiosk.where("language-en");
    kiosk.finger(Phase::begin, at);
    CHECK(kiosk.state.page == app::KioskPage::visit);
    kiosk.finger(Phase::end, at);
    CHECK(kiosk.state.view.language == "en");
}

TEST_CASE("a finger on the slider sets the clock at once, drags it, and beyond its ends holds it there")
{
    KioskOnPaper kiosk;
    kiosk.tap({900, 300});
    auto const rect = kiosk.skin().find("slider")->rect;
    float const y = (rect.top + rect.bottom) / 2;
    auto const &days = kiosk.rules.days;
    kiosk.finger(Phase::begin, {(rect.left + rect.right) / 2, y});
    CHECK(std::abs((kiosk.state.view.now - (days.begin + (days.end - days.begin) / 2)).count()) < 300);
    kiosk.finger(Phase::move, {rect.right + 500, y - 400});
    CHECK(kiosk.state.view.now == days.end - geo::Seconds{1});
    kiosk.finger(Phase::move, {-200, y});
    CHECK(kiosk.state.view.now == days.begin);
    kiosk.finger(Phase::end, {-200, y});
    CHECK(kiosk.touches.pressed().empty());
}

TEST_CASE("two fingers move the map while a third rests on a button")
{
    KioskOnPaper kiosk;
    kiosk.tap({900, 300});
    kiosk.time += 1;
    kiosk.finger(Phase::begin, kiosk.where("next"), 7);
    auto const before = kiosk.state.view.camera.metres_per_pixel;
    kiosk.finger(Phase::begin, {800, 300}, 1);
    kiosk.finger(Phase::begin, {1000, 300}, 2);
    kiosk.finger(Phase::move, {700, 300}, 1);
    kiosk.finger(Phase::move, {1100, 300}, 2);
    CHECK(before / kiosk.state.view.camera.metres_per_pixel == doctest::Approx(2));
}

TEST_CASE("every text of the kiosk's pages stands within the screen, in large type too")
{
    for (app::Viewport const size : {app::Viewport{1920, 1080}, {1080, 1920}, {1366, 768}}) {
        KioskOnPaper kiosk{size};
        auto const check = [&](char const *page) {
            for (auto const &item : kiosk.skin().scene.items) {
                if (auto const *const text = std::get_if<app::Text>(&item)) {
                    CAPTURE(page);
                    CAPTURE(text->utf8);
                    CAPTURE(size.width);
                    CHECK(text->at.x >= 0);
                    CHECK(text->at.x + kiosk.fonts.width(text->face, text->utf8, text->size) <=
                          static_cast<float>(size.width));
                    CHECK(text->at.y - text->size / 2 >= 0);
                    CHECK(text->at.y <= static_cast<float>(size.height));
                }
            }
        };
        check("attract");
        kiosk.act(app::Touched{{900, 400}});
        for (bool const large : {false, true}) {
            CHECK(kiosk.state.large == large);
            kiosk.act(app::Do{app::SetInstant{kiosk.rules.days.begin}});
            kiosk.act(app::Do{app::Select{{app::Kind::event, 0}}});
            check("card");
            kiosk.act(app::ToggleLarge{});
        }
        kiosk.wait(62);
        REQUIRE(kiosk.state.page == app::KioskPage::asking);
        check("asking");
    }
}

TEST_CASE("what is read aloud is the card, else the story's caption")
{
    KioskOnPaper kiosk;
    auto const lay = kiosk.layout();
    CHECK(spoken_text(kiosk.input(lay)) == "On the way. The train runs.");
    kiosk.act(app::Touched{{900, 400}});
    CHECK(spoken_text(kiosk.input(lay)).empty());
    kiosk.act(app::Do{app::SetInstant{kiosk.rules.days.begin}});
    kiosk.act(app::Do{app::Select{{app::Kind::event, 0}}});
    auto const &event = kiosk.view.atlas->events[kiosk.state.view.selection.index];
    CHECK(spoken_text(kiosk.input(lay)).find(event.title.in("en")) != std::string::npos);
}

TEST_CASE("every control has a name of its own to be read aloud")
{
    KioskOnPaper kiosk;
    kiosk.act(app::Touched{{900, 400}});
    std::set<std::string> names;
    for (auto const &control : kiosk.skin().controls) {
        CHECK_MESSAGE(names.insert(control.name).second, control.name);
    }
    CHECK(names.size() >= 10);
}
