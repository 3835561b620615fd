#include "support/atlas_folder.hpp"

#include "app/scene/camera.hpp"
#include "app/state/reduce.hpp"

#include "geo/state/world_state.hpp"

#include <doctest/doctest.h>

using test::at;

namespace {

struct View
{
    test::AtlasFolder folder;
    std::shared_ptr<geo::Atlas const> atlas = folder.load().atlas;
    geo::Projection projection{atlas->info.crs, atlas->info.home};
    app::ViewerState state = app::opening_state({*atlas, projection}, {1200, 800});

    void act(app::Action const &action) { state = reduce(state, action, {*atlas, projection}); }
    [[nodiscard]] app::ScreenPoint on_screen(geo::LonLat where) const
    {
        return to_screen(state.camera, state.viewport, projection.forward(where));
    }
};

} // namespace

TEST_CASE("a loop begins again at its end, and is let go")
{
    View view;
    view.act(app::SetLoop{geo::Span{at("1920-04-27"), at("1920-04-28")}});
    view.act(app::SetInstant{at("1920-04-27T23:59")});
    view.act(app::SetPlaying{true});
    view.act(app::Tick{0.1});
    CHECK(view.state.now == at("1920-04-27"));
    view.act(app::ToggleLoop{});
    CHECK_FALSE(view.state.loop);
    view.act(app::ToggleLoop{});
    CHECK(view.state.loop == view.state.ruler);
}

TEST_CASE("playing outside the loop goes to its begin, scrubbing is not held by it")
{
    View view;
    view.act(app::SetLoop{geo::Span{at("1920-04-27"), at("1920-04-28")}});
    view.act(app::SetInstant{at("1920-05-10")});
    CHECK(view.state.now == at("1920-05-10"));
    view.act(app::TogglePlay{});
    CHECK(view.state.now == at("1920-04-27"));
}

TEST_CASE("a brushed span is cut to the atlas's time, and one of a moment is none")
{
    View view;
    view.act(app::SetLoop{geo::Span{at("1919-01-01"), at("1920-04-05")}});
    CHECK(view.state.loop == geo::Span{view.atlas->info.span.begin, at("1920-04-05")});
    view.act(app::SetLoop{geo::Span{at("1920-04-05"), at("1920-04-05")}});
    CHECK_FALSE(view.state.loop);
}

TEST_CASE("story pace runs fast over quiet days and slow at an event, a rate ends it")
{
    View view;
    view.act(app::SetPace{app::Pace::story});
    view.act(app::SetPlaying{true});
    view.act(app::Tick{0.1});
    auto const quiet = view.state.now - at("1920-04-01");
    view.act(app::SetInstant{at("1920-04-27")});
    view.act(app::Tick{0.1});
    auto const busy = view.state.now - at("1920-04-27");
    CHECK(quiet > 100 * busy);
    view.act(app::SetRate{60});
    CHECK(view.state.pace == app::Pace::steady);
}

TEST_CASE("a typed date moves the clock and shows what it means, one that is none says why and changes nothing")
{
    View view;
    view.act(app::ZoomRuler{at("1920-04-01"), 50});
    view.act(app::OpenDateEntry{true});
    CHECK(view.state.typing.date == "1920-04-01T00:00");
    view.act(app::GoToDate{"1920-05"});
    CHECK(view.state.now == at("1920-05-01"));
    CHECK(view.state.ruler == geo::Span{at("1920-05-01"), at("1920-06-01")});
    CHECK_FALSE(view.state.typing.date_open);
    view.act(app::GoToDate{"yesterday"});
    CHECK(view.state.now == at("1920-05-01"));
    CHECK(view.state.message.fault);
    CHECK(view.state.message.lead == "This date leads nowhere: {}");
    view.act(app::GoToDate{"1920-04-27T12:00"});
    CHECK(view.state.message.lead.empty());
}

TEST_CASE("the map follows a selected unit while the clock runs, until a hand moves the map")
{
    View view;
    view.act(app::SetInstant{at("1920-04-27")});
    view.act(app::ZoomStep{5});
    view.act(app::Select{{app::Kind::unit, 0}});
    for (auto const *const when : {"1920-04-27T02:00", "1920-04-27T05:00", "1920-04-27T09:00"}) {
        view.act(app::SetInstant{at(when)});
        auto const unit = geo::unit_at(*view.atlas, 0, view.state.now);
        REQUIRE(unit);
        auto const where = view.on_screen(unit->at);
        CHECK((where.x > 400 && where.x < 800));
        CHECK((where.y > 150 && where.y < 500));
    }
    view.act(app::PanBy{10, 0});
    CHECK_FALSE(view.state.following);
    auto const camera = view.state.camera;
    view.act(app::SetInstant{at("1920-04-27T01:00")});
    CHECK(view.state.camera == camera);
}

TEST_CASE("going to an event brings its place into view")
{
    View view;
    view.act(app::ZoomStep{6});
    view.act(app::PanBy{-5000, 3000});
    view.act(app::GoToEvent{0});
    auto const where = view.on_screen(view.atlas->places[0].at);
    CHECK((where.x > 300 && where.x < 900));
    CHECK((where.y > 100 && where.y < 600));
}

TEST_CASE("what was said is taken away by the next thing done, what went wrong stays until it is closed")
{
    View view;
    view.act(app::Say{{"Copied: {}", "x", false}});
    view.act(app::ToggleLayer{"rivers"});
    CHECK(view.state.message == app::Message{});
    view.act(app::GoToDate{"no date"});
    view.act(app::ToggleLayer{"rivers"});
    CHECK(view.state.message.fault);
    view.act(app::Dismiss{});
    CHECK(view.state.message == app::Message{});
}

TEST_CASE("a filter is a change of the view and can be undone")
{
    View view;
    app::EventFilter filter;
    filter.categories_off = {"military"};
    view.act(app::SetFilter{filter});
    CHECK_FALSE(passes(view.state.filter, view.atlas->events[0], *view.atlas));
    view.act(app::Undo{});
    CHECK(passes(view.state.filter, view.atlas->events[0], *view.atlas));
}

TEST_CASE("events are filtered by kind, side, certainty, place and source")
{
    View const view;
    auto event = view.atlas->events[0];
    event.sides = {"red", "blue"};
    auto const pass = [&](app::EventFilter const &filter) { return passes(filter, event, *view.atlas); };
    app::EventFilter filter;
    CHECK(pass(filter));
    filter.sides_off = {"red"};
    CHECK(pass(filter)); // the other side took part as well
    filter.sides_off = {"red", "blue"};
    CHECK_FALSE(pass(filter));
    filter = {};
    filter.confidence_off[0] = true;
    CHECK_FALSE(pass(filter));
    filter = {};
    filter.place = "east";
    CHECK(pass(filter));
    filter.place = "halt";
    CHECK_FALSE(pass(filter));
    filter = {};
    filter.source = "book";
    CHECK(pass(filter));
    filter.source = "another";
    CHECK_FALSE(pass(filter));
}
