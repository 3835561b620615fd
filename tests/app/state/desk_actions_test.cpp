#include "support/atlas_folder.hpp"

#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

using doctest::Approx;

namespace {

struct Fixture
{
    test::AtlasFolder folder;
    geo::LoadResult loaded = folder.load();
    geo::Projection projection{loaded.atlas->info.crs, loaded.atlas->info.home};
    app::Surroundings in{*loaded.atlas, projection};
    app::ViewerState state = app::opening_state(in, {1000, 700});

    void act(app::Action const &action) { state = reduce(std::move(state), action, in); }
};

} // namespace

TEST_CASE("to show a tab of the desk opens it")
{
    Fixture f;
    CHECK_FALSE(f.state.panels.has(app::Panel::desk));
    f.act(app::ShowDesk{app::DeskTab::graph});
    CHECK(f.state.panels.has(app::Panel::desk));
    CHECK(f.state.desk.tab == app::DeskTab::graph);
}

TEST_CASE("points measured along the railway follow it, and one taken back is gone")
{
    Fixture f;
    f.act(app::SetMeasuring{true, app::MeasureKind::railway});
    f.act(app::AddMeasurePoint{{48, 41}});
    CHECK(f.state.desk.measure.ways.empty());
    f.act(app::AddMeasurePoint{{50, 41}});
    REQUIRE(f.state.desk.measure.ways.size() == 1);
    CHECK(f.state.desk.measure.way_m[0] == Approx(168226).epsilon(1e-3));
    f.act(app::SetMeasuring{true, app::MeasureKind::sea});
    CHECK(f.state.desk.measure.ways[0].empty()); // no sea lane is there
    f.act(app::SetMeasuring{true, app::MeasureKind::ground});
    CHECK(f.state.desk.measure.ways.empty());
    f.act(app::RemoveMeasurePoint{});
    CHECK(f.state.desk.measure.points.size() == 1);
    f.act(app::ClearMeasure{});
    CHECK(f.state.desk.measure.points.empty());
    f.act(app::RemoveMeasurePoint{});
    CHECK(f.state.desk.measure.points.empty());
}

TEST_CASE("the filter and the table's query are kept as they are set")
{
    Fixture f;
    f.act(app::SetSourceFilter{{{"soviet"}, {}, geo::Confidence::attested}});
    CHECK(f.state.desk.filter.active());
    f.act(app::SetTable{{"places", "rank = 1", "id", true}});
    CHECK(f.state.desk.table.where == "rank = 1");
    f.act(app::TypeCoordinates{"41, 48"});
    CHECK(f.state.desk.go_to == "41, 48");
}
