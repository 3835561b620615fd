#include "support/atlas_folder.hpp"

#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

namespace {

/// A view of the small atlas, in which actions are carried out one after another.
struct Desk
{
    test::AtlasFolder folder;
    std::shared_ptr<geo::Atlas const> atlas = folder.load().atlas;
    geo::Projection projection{atlas->info.crs, atlas->info.home};
    app::ViewerState state = app::opening_state({*atlas, projection}, {800, 600});

    void act(app::Action const &action) { state = reduce(std::move(state), action, {*atlas, projection}); }
    [[nodiscard]] app::Scans const &scans() const { return state.desk.scans; }
};

app::AddScan scan(char const *file)
{
    app::AddScan action;
    action.scan.file = file;
    return action;
}

} // namespace

TEST_CASE("a scan is laid over the map and opens the desk, a second time it is only chosen")
{
    Desk desk;
    desk.act(scan("/a.tif"));
    desk.act(scan("/b.tif"));
    desk.act(scan("/a.tif"));
    CHECK(desk.scans().all.size() == 2);
    CHECK(desk.scans().chosen == 0);
    CHECK(desk.state.panels.has(app::Panel::desk));
    CHECK(desk.state.desk.tab == app::DeskTab::scans);
}

TEST_CASE("a control point is a click on the picture and one on the map")
{
    Desk desk;
    desk.act(scan("/a.tif"));
    desk.act(app::SetScanSpot{{10, 20}});
    CHECK_FALSE(desk.scans().spot); // no points are being set
    desk.act(app::SetMeasuring{true});
    desk.act(app::SetPlacing{true});
    CHECK_FALSE(desk.state.desk.measure.active);
    desk.act(app::AddControlPoint{{49, 41}});
    CHECK(desk.scans().all[0].points.empty()); // no spot is waiting
    desk.act(app::SetScanSpot{{10, 20}});
    desk.act(app::AddControlPoint{{49, 41}});
    CHECK(desk.scans().all[0].points == std::vector<geo::ControlPoint>{{10, 20, {49, 41}}});
    CHECK_FALSE(desk.scans().all[0].saved);
    CHECK_FALSE(desk.scans().spot);
    desk.act(app::MarkScanSaved{});
    CHECK(desk.scans().all[0].saved);
    desk.act(app::RemoveControlPoint{0});
    CHECK(desk.scans().all[0].points.empty());
    CHECK_FALSE(desk.scans().all[0].saved);
}

TEST_CASE("what was begun with one scan is let be when another is chosen or it is taken away")
{
    Desk desk;
    desk.act(scan("/a.tif"));
    desk.act(scan("/b.tif"));
    desk.act(app::SetPlacing{true});
    desk.act(app::SetScanSpot{{10, 20}});
    desk.act(app::ChooseScan{0});
    CHECK_FALSE(desk.scans().placing);
    CHECK_FALSE(desk.scans().spot);
    desk.act(app::RemoveScan{0});
    REQUIRE(desk.scans().chosen_scan() != nullptr);
    CHECK(desk.scans().chosen_scan()->file == "/b.tif");
    desk.act(app::RemoveScan{0});
    CHECK(desk.scans().chosen_scan() == nullptr);
    desk.act(app::SetScanOpacity{0.5F}); // there is none: nothing happens
}
