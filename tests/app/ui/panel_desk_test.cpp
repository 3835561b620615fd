// The researcher's desk, driven without a window.

#include "support/fake_ui.hpp"

#include <doctest/doctest.h>

using test::FakeUi;
using test::find;

TEST_CASE("the desk lies between the other panels, above the timeline, and the lens opens it")
{
    FakeUi ui;
    CHECK(ui.layout().desk.empty());
    auto const opened = ui.click_on("##tools", "desk");
    REQUIRE(find<app::TogglePanel>(opened) != nullptr);
    CHECK(find<app::TogglePanel>(opened)->panel == app::Panel::desk);
    ui.state.panels.set(app::Panel::desk, true);
    auto const layout = ui.layout();
    CHECK(layout.desk.x >= layout.events.x + layout.events.width);
    CHECK(layout.desk.y + layout.desk.height < layout.timeline.y);
}

TEST_CASE("with only attested items switched on the list of events shortens")
{
    FakeUi ui;
    ui.state.desk.filter.weakest = geo::Confidence::attested;
    ui.state.desk.filter.traditions = {"nobody"};
    auto const &e = ui.layout().events;
    app::PanelRect const list{e.x, e.y + 50, e.width, 120};
    CHECK(ui.controls_in(list).empty());
    ui.state.desk.filter = {};
    CHECK(ui.controls_in(list).size() == 1);
}

TEST_CASE("each tab of the desk draws, and its table takes a row to the map")
{
    FakeUi ui;
    ui.state.panels.set(app::Panel::desk, true);
    for (auto const tab : {app::DeskTab::sources, app::DeskTab::graph, app::DeskTab::measure, app::DeskTab::table}) {
        ui.state.desk.tab = tab;
        ui.frame();
        ui.frame();
    }
    auto const &desk = ui.layout().desk;
    app::Select const *chosen = nullptr;
    app::Actions actions;
    for (float y = desk.y + 60; chosen == nullptr && y < desk.y + 200; y += 6) {
        actions = ui.click(desk.x + 40, y);
        chosen = find<app::Select>(actions);
    }
    REQUIRE(chosen != nullptr);
    CHECK(chosen->what == app::Selection{app::Kind::place, 0});
}
