#include "app/kiosk/kiosk_fixture.hpp"

#include <doctest/doctest.h>

using test::KioskOnPaper;

TEST_CASE("the attract loop tells its story over and over, and leaves out what a content note stands before")
{
    KioskOnPaper kiosk;
    CHECK(kiosk.state.page == app::KioskPage::attract);
    std::vector<std::string> told;
    for (int i = 0; i < 1500; ++i) {
        kiosk.act(app::Elapse{0.1});
        auto const &step = *told_step(kiosk.state.view.story, *kiosk.view.atlas);
        if (told.empty() || told.back() != step.id) {
            told.push_back(step.id);
        }
    }
    REQUIRE(told.size() > 4);
    CHECK(told[0] == "s01");
    CHECK(told[1] == "s02");
    CHECK(told[2] == "s04");
    CHECK(told[3] == "s01");
}

TEST_CASE("what a step tells of lies in the part of the map that the caption leaves free")
{
    for (app::Viewport const size : {app::Viewport{1920, 1080}, {1080, 1920}}) {
        KioskOnPaper kiosk{size};
        kiosk.wait(8); // the flight is over
        auto const &step = *told_step(kiosk.state.view.story, *kiosk.view.atlas);
        auto const map = kiosk.layout().map;
        for (auto const &corner : {geo::LonLat{step.extent.west, step.extent.south}, {step.extent.east, step.extent.north}}) {
            auto const at = app::to_screen(kiosk.state.view.camera, size, kiosk.view.projection.forward(corner));
            CHECK(at.x >= map.left - 1);
            CHECK(at.x <= map.right + 1);
            CHECK(at.y >= map.top - 1);
            CHECK(at.y <= map.bottom + 1);
        }
    }
}

TEST_CASE("without a story of that name the days run by themselves")
{
    KioskOnPaper kiosk{{1920, 1080}, "no such story"};
    auto const before = kiosk.state.view.now;
    kiosk.wait(5);
    CHECK(kiosk.state.view.now > before);
    kiosk.wait(120); // past the end: from the begin
    CHECK(kiosk.rules.days.contains(kiosk.state.view.now));
    CHECK(kiosk.state.page == app::KioskPage::attract);
}

TEST_CASE("a touch hands over at that very moment and place")
{
    KioskOnPaper kiosk;
    kiosk.wait(3);
    auto const before = kiosk.state.view;
    kiosk.act(app::Touched{{900, 400}});
    CHECK(kiosk.state.page == app::KioskPage::visit);
    CHECK(kiosk.state.view.now == before.now);
    CHECK(kiosk.state.view.camera == before.camera);
    CHECK_FALSE(kiosk.state.view.playing);
    CHECK_FALSE(kiosk.state.view.story.story);
    CHECK(kiosk.state.view.selection.kind == app::Kind::none);
}

TEST_CASE("after an idle minute the kiosk asks, and after fifteen seconds all is as before the visitor came")
{
    KioskOnPaper kiosk;
    kiosk.act(app::Touched{{900, 400}});
    kiosk.act(app::Do{app::SetLanguage{"az"}});
    kiosk.act(app::ToggleLarge{});
    kiosk.act(app::Do{app::PanBy{200, 100}});
    kiosk.wait(59.5);
    CHECK(kiosk.state.page == app::KioskPage::visit);
    kiosk.wait(1);
    CHECK(kiosk.state.page == app::KioskPage::asking);
    kiosk.wait(14);
    CHECK(kiosk.state.page == app::KioskPage::asking);
    kiosk.wait(1.5);
    CHECK(kiosk.state.page == app::KioskPage::attract);
    CHECK(kiosk.state.view.language == "en");
    CHECK_FALSE(kiosk.state.large);
    REQUIRE(kiosk.state.ended);
    CHECK(kiosk.state.ended->walked_away);
    CHECK(kiosk.state.ended->language == "az");
}

TEST_CASE("a touch while the kiosk asks goes on with the visit")
{
    KioskOnPaper kiosk;
    kiosk.act(app::Touched{{900, 400}});
    kiosk.wait(61);
    REQUIRE(kiosk.state.page == app::KioskPage::asking);
    kiosk.act(app::Touched{{10, 600}});
    CHECK(kiosk.state.page == app::KioskPage::visit);
}

TEST_CASE("while the days play nobody is asked, and at their end they stop")
{
    KioskOnPaper kiosk;
    kiosk.act(app::Touched{{900, 400}});
    kiosk.act(app::Do{app::SetInstant{kiosk.rules.days.begin}});
    kiosk.act(app::Do{app::TogglePlay{}});
    kiosk.wait(100);
    CHECK(kiosk.state.page == app::KioskPage::visit);
    CHECK(kiosk.state.view.playing);
    kiosk.wait(25);
    CHECK_FALSE(kiosk.state.view.playing);
    CHECK(kiosk.state.view.now == kiosk.rules.days.end - geo::Seconds{1});
    kiosk.act(app::Do{app::TogglePlay{}}); // once more, from the begin
    CHECK(kiosk.state.view.playing);
    CHECK(kiosk.state.view.now == kiosk.rules.days.begin);
}

TEST_CASE("no hand loses the map: it stays within the land of the atlas, and no farther out than the whole of it")
{
    KioskOnPaper kiosk;
    kiosk.act(app::Touched{{900, 400}});
    kiosk.act(app::ShowHome{});
    kiosk.wait(6);
    auto const home = kiosk.state.view.camera;
    for (int i = 0; i < 40; ++i) {
        kiosk.act(app::Do{app::PanBy{900, 700}});
        kiosk.act(app::Do{app::ZoomAt{{700, 300}, 0.5}});
    }
    CHECK(kiosk.state.view.camera.metres_per_pixel <= home.metres_per_pixel * 1.31);
    auto const box = app::visible(home, kiosk.state.view.viewport);
    auto const &centre = kiosk.state.view.camera.centre;
    CHECK(centre.x >= box.left - 1);
    CHECK(centre.y <= box.top + 1e6);
    kiosk.act(app::ShowHome{});
    kiosk.wait(8);
    CHECK(kiosk.state.view.camera.metres_per_pixel == doctest::Approx(home.metres_per_pixel));
    CHECK(kiosk.state.view.camera.centre.x == doctest::Approx(home.centre.x));
}
