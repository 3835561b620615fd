#include "support/atlas_folder.hpp"

#include "app/state/reduce.hpp"
#include "app/state/ruler.hpp"

#include <doctest/doctest.h>

using test::at;

namespace {

/// An opened atlas and a view of it.
struct View
{
    test::AtlasFolder folder;
    std::shared_ptr<geo::Atlas const> atlas;
    geo::Projection projection;
    app::ViewerState state;

    View() : atlas{load(folder)}, projection{atlas->info.crs, atlas->info.home}
    {
        state = app::opening_state({*atlas, projection}, {1200, 800});
    }

    static std::shared_ptr<geo::Atlas const> load(test::AtlasFolder &folder)
    {
        folder.replace("events.geojson", "\n]}",
                       R"(,
{"type":"Feature","properties":{"id":"ev2","start_date":"1920-04-29","title_en":"Second","category":"political"},"geometry":null},
{"type":"Feature","properties":{"id":"ev3","start_date":"1920-04-29","title_en":"Third","category":"political"},"geometry":null}
]})");
        return folder.load().atlas;
    }

    void act(app::Action const &action) { state = reduce(state, action, {*atlas, projection}); }
    [[nodiscard]] std::string selected() const
    {
        return state.selection.kind == app::Kind::event ? atlas->events[state.selection.index].id : "";
    }
};

} // namespace

TEST_CASE("the opening view starts paused at the start of the atlas's time, in its first language")
{
    View const view;
    CHECK(view.state.now == at("1920-04-01"));
    CHECK(view.state.language == "en");
    CHECK_FALSE(view.state.playing);
}

TEST_CASE("time runs by the rate while playing and stands while paused")
{
    View view;
    view.act(app::Tick{0.1});
    CHECK(view.state.now == at("1920-04-01"));
    view.act(app::TogglePlay{});
    view.act(app::Tick{0.1});
    CHECK(view.state.now == at("1920-04-01T00:06"));
}

TEST_CASE("parts of a second are gathered, so that slow playing moves as well")
{
    View view;
    view.act(app::SetRate{60});
    view.act(app::SetPlaying{true});
    for (int i = 0; i < 1000; ++i) {
        view.act(app::Tick{0.01});
    }
    CHECK(std::abs((view.state.now - at("1920-04-01T00:10")).count()) <= 1);
}

TEST_CASE("playing stops at the end of the atlas's time and begins again from the start")
{
    View view;
    view.act(app::GoToEnd{});
    CHECK(view.state.now < view.atlas->info.span.end);
    view.act(app::TogglePlay{});
    CHECK(view.state.playing);
    CHECK(view.state.now == at("1920-04-01"));
    view.act(app::GoToEnd{});
    view.act(app::Tick{0.1});
    CHECK_FALSE(view.state.playing);
}

TEST_CASE("stepping visits every event, also those that share a moment, and back again")
{
    View view;
    for (char const *const expected : {"ev1", "ev2", "ev3"}) {
        view.act(app::StepEvent{1});
        CHECK(view.selected() == expected);
    }
    CHECK(view.state.now == at("1920-04-29"));
    view.act(app::StepEvent{1}); // there is no fourth
    CHECK(view.selected() == "ev3");
    view.act(app::StepEvent{-1});
    CHECK(view.selected() == "ev2");
    view.act(app::StepEvent{-1});
    CHECK(view.selected() == "ev1");
    CHECK(view.state.now == at("1920-04-27T00:00"));
}

TEST_CASE("an instant outside the atlas's time is held at its ends")
{
    View view;
    view.act(app::SetInstant{at("1950-01-01")});
    CHECK(view.state.now == view.atlas->info.span.end - geo::Seconds{1});
    view.act(app::SetInstant{at("1900-01-01")});
    CHECK(view.state.now == view.atlas->info.span.begin);
}

TEST_CASE("the ruler shows the instant wherever the clock is set")
{
    View view;
    view.act(app::ZoomRuler{at("1920-04-01"), 30});
    view.act(app::SetInstant{at("1920-05-20")});
    CHECK(view.state.ruler.contains(at("1920-05-20")));
}

TEST_CASE("a layer is hidden and shown by the same action")
{
    View view;
    view.act(app::ToggleLayer{"rivers"});
    CHECK(view.state.hidden.contains("rivers"));
    view.act(app::ToggleLayer{"rivers"});
    CHECK(view.state.hidden.empty());
}

TEST_CASE("selecting something opens the card, selecting nothing leaves it as it is")
{
    View view;
    view.act(app::TogglePanel{app::Panel::card});
    view.act(app::Select{{app::Kind::none, 0}});
    CHECK_FALSE(view.state.panels.has(app::Panel::card));
    view.act(app::Select{{app::Kind::place, 0}});
    CHECK(view.state.panels.has(app::Panel::card));
}
