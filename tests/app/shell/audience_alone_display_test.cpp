// A presentation on one screen and on two, in real windows.

#include "support/two_monitors.hpp"

#include "app/core/paths.hpp"
#include "app/shell/monitors.hpp"
#include "app/shell/viewer.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

#include <memory>

namespace {

constexpr unsigned long slide_paper = 0xFBFAF6;
constexpr unsigned long slide_blank = 0x080808;

std::shared_ptr<app::Session const> bundled()
{
    static auto const session = app::open_session(app::bundled_atlas());
    return session;
}

app::ViewerState opened(app::Viewport viewport)
{
    return app::opening_state({*bundled()->atlas, bundled()->projection}, viewport);
}

} // namespace

TEST_CASE("the monitors of a desktop are told apart, and the other one is that without the point")
{
    CHECK(app::monitors().size() == 1);
    test::TwoMonitors const desk;
    auto const all = app::monitors();
    REQUIRE(all.size() == 2);
    auto const other = app::other_monitor(all, 10, 10);
    REQUIRE(other);
    CHECK(other->x == desk.width() / 2);
    CHECK(other->width == desk.width() / 2);
    CHECK(app::other_monitor(all, desk.width() - 10, 10)->x == 0);
    CHECK_FALSE(app::other_monitor({all.front()}, all.front().x + 1, all.front().y + 1));
}

TEST_CASE("on one screen the window itself becomes the slide, and B blanks it")
{
    app::Viewer viewer{bundled(), opened({1000, 700}), false};
    viewer.act(app::OpenStory{0});
    viewer.act(app::TogglePresenter{});
    viewer.frame(0.02F);
    CHECK(viewer.state().presenter.screens == 1);
    CHECK(viewer.pixel(4, 400) == sf::Color{0xFB, 0xFA, 0xF6});
    viewer.act(app::ToggleBlank{});
    viewer.frame(0.02F);
    CHECK(viewer.pixel(4, 400) == sf::Color{8, 8, 8});
    CHECK(viewer.pixel(900, 400) == sf::Color{8, 8, 8});
}

TEST_CASE("with two monitors the slide is on the one, the teacher's window on the other")
{
    test::TwoMonitors const desk;
    app::Viewer viewer{bundled(), opened({800, 600}), false};
    viewer.act(app::OpenStory{0});
    viewer.act(app::TogglePresenter{});
    CHECK(viewer.state().presenter.screens == 2);
    for (int i = 0; i < 8; ++i) {
        viewer.frame(0.02F);
    }
    // The viewer opens in the middle, whose pixel belongs to the right monitor: the slide is on the left one.
    CHECK(desk.pixel(4, desk.height() / 2) == slide_paper);
    CHECK(desk.pixel(desk.width() / 2 - 40, 40) != slide_paper); // the map beside it
    viewer.act(app::ToggleBlank{});
    viewer.frame(0.02F);
    CHECK(desk.pixel(4, desk.height() / 2) == slide_blank);
    CHECK(desk.pixel(desk.width() / 2 + 100, desk.height() / 2) != slide_blank); // the teacher goes on
    viewer.act(app::ToggleBlank{});
    viewer.act(app::TogglePresenter{});
    viewer.frame(0.02F);
    CHECK_FALSE(viewer.state().presenter.on);
    CHECK(desk.pixel(4, desk.height() / 2) != slide_paper);
}
