// The researcher's desk, driven without a window.

#include "support/fake_ui.hpp"

#include "app/core/paths.hpp"
#include "app/ui/scan_part.hpp"

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
    for (auto const tab : {app::DeskTab::sources, app::DeskTab::graph, app::DeskTab::measure, app::DeskTab::itinerary,
                           app::DeskTab::table}) {
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

TEST_CASE("the itinerary of the selected unit stands on the desk, and a press on a stand takes clock and map there")
{
    FakeUi ui;
    ui.state.panels.set(app::Panel::desk, true);
    ui.state.desk.tab = app::DeskTab::itinerary;
    ui.state.selection = {app::Kind::unit, geo::index_of(ui.atlas->units, "train").value()};
    ui.frame();
    ui.frame();
    auto const &desk = ui.layout().desk;
    app::SetInstant const *set = nullptr;
    app::Actions actions;
    for (float y = desk.y + 80; set == nullptr && y < desk.y + 240; y += 6) {
        actions = ui.click(desk.x + 40, y);
        set = find<app::SetInstant>(actions);
    }
    REQUIRE(set != nullptr);
    CHECK(set->at == geo::itinerary(*ui.atlas, ui.state.selection.index).rows.front().arrival);
    CHECK(find<app::GoTo>(actions) != nullptr);
}

TEST_CASE("on the desk a scan is dragged, magnified and clicked at the spot under the pointer")
{
    FakeUi ui;
    ui.state.panels.set(app::Panel::desk, true);
    ui.state.desk.tab = app::DeskTab::scans;
    ui.state.desk.scans.all.push_back({"/maps/sheet.tif", true, 1, geo::Fitting::affine, {{10, 20, {49, 41}}}, false});
    app::ScanStatus status;
    status.opened = true;
    status.width = 4000;
    status.height = 2000;
    ui.scans = {status};
    ui.frame();
    ui.frame();
    auto const area = scan_area(ui.layout());
    float const x = area.x + area.width / 2;
    float const y = area.y + area.height / 2;
    CHECK(find<app::SetScanSpot>(ui.click(x, y)) == nullptr); // no points are being set
    ui.state.desk.scans.placing = true;
    auto const clicked = ui.click(x, y);
    auto const *const spot = find<app::SetScanSpot>(clicked);
    REQUIRE(spot != nullptr);
    CHECK(spot->spot.pixel == doctest::Approx(2000).epsilon(0.01));
    CHECK(spot->spot.line == doctest::Approx(1000).epsilon(0.01));
    auto const dragged = ui.drag({x, y}, {x + 60, y});
    auto const *const view = find<app::SetScanView>(dragged);
    REQUIRE(view != nullptr);
    CHECK(view->view.centre.pixel < 2000);
    CHECK(find<app::SetScanSpot>(dragged) == nullptr);
}

TEST_CASE("a sample says what it is a sample of, an estimate with two figures")
{
    app::Texts const texts{app::locale_dir(), "en"};
    app::LargeStatus status{"finds", 20'000, 19'871'234, geo::Counted::about, true, {}};
    CHECK(share_text(texts, status) == "20,000 of about 20,000,000");
    status.counted = geo::Counted::at_least;
    status.of = 300'000;
    CHECK(share_text(texts, status) == "20,000 of more than 300,000");
    CHECK(share_text(texts, {"graves", 12, 12, geo::Counted::exactly, true, {}}) == "12");
    CHECK(share_text(texts, {"graves", 12, 25, geo::Counted::exactly, true, {}}) == "12 of 25");
    FakeUi ui;
    ui.large = {status};
    ui.frame();
    ui.frame();
    CHECK_FALSE(FakeUi::window_rect("##large").empty());
}
