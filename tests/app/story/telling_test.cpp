#include "app/story/story_fixture.hpp"

#include "app/scene/camera.hpp"
#include "app/story/stage.hpp"
#include "app/story/telling.hpp"

#include <doctest/doctest.h>

using test::at;

TEST_CASE("PageDown begins the story of the class, flies to its first step and runs the clock through its span")
{
    test::StoryView view;
    view.act(app::AdvanceStory{1});
    CHECK(view.step() == "s01");
    CHECK(view.state.now == at("1920-04-27"));
    CHECK(view.state.selection == app::Selection{app::Kind::unit, 0});
    CHECK(view.state.playing);
    view.wait(5.1); // no flight takes longer
    CHECK(view.state.now > at("1920-04-27T00:00"));
    view.wait(10);
    CHECK(view.state.now == at("1920-04-27T09:59:59"));
    CHECK_FALSE(view.state.playing);
    CHECK(view.state.camera == app::step_camera(view.state, {*view.atlas, view.projection}));
}

TEST_CASE("the clock waits until the camera has arrived")
{
    test::StoryView view;
    view.act(app::AdvanceStory{1});
    view.wait(0.3);
    CHECK(view.state.now == at("1920-04-27"));
}

TEST_CASE("a step's extent lies wholly in the part of the map that the panel leaves free")
{
    for (bool const presenting : {false, true}) {
        test::StoryView view;
        if (presenting) {
            view.act(app::TogglePresenter{});
        }
        view.act(app::AdvanceStory{1});
        view.wait(20);
        auto const stage = app::stage_of(view.state, *view.atlas);
        for (geo::LonLat const corner : {geo::LonLat{47.5, 40.5}, {49.5, 40.5}, {47.5, 41.5}, {49.5, 41.5}}) {
            auto const p = app::to_screen(view.state.camera, view.state.viewport, view.projection.forward(corner));
            CHECK(p.x >= stage.map.left - 1);
            CHECK(p.x <= stage.map.right + 1);
            CHECK(p.y >= stage.map.top - 1);
            CHECK(p.y <= stage.map.bottom + 1);
        }
    }
}

TEST_CASE("questions and answers come one by one, then the next step")
{
    test::StoryView view;
    view.act(app::AdvanceStory{1});
    CHECK(view.state.story.beat == app::Beat::told);
    view.act(app::AdvanceStory{1});
    CHECK(view.state.story.beat == app::Beat::asked);
    view.act(app::AdvanceStory{1});
    CHECK(view.state.story.beat == app::Beat::answered);
    view.act(app::AdvanceStory{-1});
    CHECK(view.state.story.beat == app::Beat::asked);
    view.act(app::AdvanceStory{1});
    view.act(app::AdvanceStory{1});
    CHECK(view.step() == "s02");
    view.act(app::AdvanceStory{-1});
    CHECK(view.step() == "s01");
    CHECK(view.state.story.beat == app::Beat::told);
}

TEST_CASE("a step shows the layers that it names, and closing the story brings the viewer's own back")
{
    test::StoryView view;
    view.act(app::ToggleLayer{"relief"});
    view.act(app::OpenStory{0});
    CHECK(view.state.hidden.empty());
    view.act(app::GoToStep{1});
    CHECK(view.state.hidden.contains("roads"));
    CHECK_FALSE(view.state.hidden.contains("units"));
    view.act(app::CloseStory{});
    CHECK(view.state.hidden == std::set<std::string>{"relief"});
    CHECK_FALSE(view.state.story.story);
}

TEST_CASE("before a step that tells of killings stands its note: its clock waits until the viewer goes on")
{
    test::StoryView view;
    view.act(app::OpenStory{0});
    view.act(app::GoToStep{2});
    CHECK(view.state.story.beat == app::Beat::warned);
    view.wait(20);
    CHECK(view.state.now == at("1920-04-28"));
    view.act(app::AdvanceStory{1});
    CHECK(view.state.story.beat == app::Beat::told);
    view.wait(20);
    CHECK(view.state.now == at("1920-04-28T23:59:59"));
}

TEST_CASE("such steps can be skipped, one or all")
{
    test::StoryView view;
    view.act(app::OpenStory{0});
    view.act(app::GoToStep{2});
    view.act(app::SkipStep{1});
    CHECK(view.step() == "s04");
    view.act(app::SetSkipNoted{true});
    view.act(app::SkipStep{-1});
    CHECK(view.step() == "s02");
    view.act(app::AdvanceStory{1});
    CHECK(view.step() == "s04");
}

TEST_CASE("whoever moves the map or the clock explores, one action flies back, and the clock goes on from where it was")
{
    for (app::Action const &away : {app::Action{app::PanBy{300, 0}}, app::Action{app::StepTime{1}},
                                    app::Action{app::SetInstant{at("1920-05-01")}}, app::Action{app::Home{}}}) {
        test::StoryView view;
        view.act(app::AdvanceStory{1});
        view.wait(8);
        auto const left = view.state;
        view.act(away);
        CHECK(view.state.story.exploring);
        CHECK_FALSE(view.state.playing);
        view.act(app::ReturnToStep{});
        CHECK_FALSE(view.state.story.exploring);
        CHECK(view.state.now == left.now);
        view.wait(20);
        CHECK(view.state.camera == left.camera);
        CHECK(view.state.now == at("1920-04-27T09:59:59"));
    }
}

TEST_CASE("while exploring, time plays at its own rate and the story waits")
{
    test::StoryView view;
    view.act(app::AdvanceStory{1});
    view.act(app::PanBy{10, 0});
    auto const story = view.state.story;
    auto const now = view.state.now;
    view.act(app::TogglePlay{});
    view.act(app::Tick{0.1});
    CHECK(view.state.now == now + std::chrono::minutes{6});
    CHECK(view.state.story == story);
}

TEST_CASE("PageUp while exploring goes back to what was left, PageDown goes on")
{
    test::StoryView view;
    view.act(app::AdvanceStory{1});
    view.act(app::PanBy{10, 0});
    view.act(app::AdvanceStory{-1});
    CHECK(view.step() == "s01");
    CHECK_FALSE(view.state.story.exploring);
    view.act(app::PanBy{10, 0});
    view.act(app::AdvanceStory{1});
    CHECK(view.state.story.beat == app::Beat::asked);
    CHECK_FALSE(view.state.story.exploring);
}

TEST_CASE("play at the end of a step runs it once more")
{
    test::StoryView view;
    view.act(app::AdvanceStory{1});
    view.wait(20);
    view.act(app::TogglePlay{});
    CHECK(view.state.now == at("1920-04-27"));
    view.wait(20);
    CHECK(view.state.now == at("1920-04-27T09:59:59"));
}

TEST_CASE("play in the middle of a step holds it and lets it go on")
{
    test::StoryView view;
    view.act(app::AdvanceStory{1});
    view.wait(8);
    view.act(app::TogglePlay{});
    auto const now = view.state.now;
    view.wait(3);
    CHECK(view.state.now == now);
    view.act(app::TogglePlay{});
    view.wait(1);
    CHECK(view.state.now > now);
}

TEST_CASE("an automatic story goes through its steps at reading pace, passes over noted ones and begins again")
{
    test::StoryView view;
    view.act(app::OpenStory{0, true, true, true});
    std::string seen;
    for (int i = 0; i < 2400; ++i) {
        view.act(app::Tick{0.05});
        if (seen.empty() || !seen.ends_with(view.step())) {
            seen += " " + view.step();
        }
    }
    CHECK(seen.starts_with(" s01 s02 s04 s01 s02 s04"));
}

TEST_CASE("an automatic story shows nobody a noted step who has not chosen it")
{
    test::StoryView view;
    view.act(app::OpenStory{0, true});
    view.wait(120);
    CHECK(view.step() == "s03");
    CHECK(view.state.story.beat == app::Beat::warned);
    CHECK_FALSE(view.state.playing);
    view.act(app::AdvanceStory{1});
    view.wait(60);
    CHECK(view.step() == "s04");
    CHECK_FALSE(view.state.playing); // and there it ends
}

TEST_CASE("a longer text stands longer")
{
    geo::StoryStep step;
    step.text.set("en", "Short.");
    double const brief = app::beat_seconds(step, app::Beat::told, "en", 0);
    step.text.set("en", std::string(300, 'x'));
    CHECK(app::beat_seconds(step, app::Beat::told, "en", 0) > brief + 15);
    CHECK(app::beat_seconds(step, app::Beat::told, "en", 90) > 90);
}

TEST_CASE("the story is at an end after its last step, and stays there")
{
    test::StoryView view;
    view.act(app::OpenStory{0});
    view.act(app::GoToStep{3});
    view.act(app::AdvanceStory{1});
    CHECK(view.step() == "s04");
    view.act(app::GoToStep{17});
    CHECK(view.step() == "s04");
    view.act(app::OpenStory{17});
    CHECK(view.step() == "s04");
}

TEST_CASE("a resized window shows the step in its new stage at once")
{
    test::StoryView view;
    view.act(app::AdvanceStory{1});
    view.wait(20);
    view.act(app::Resize{{1920, 1080}});
    CHECK_FALSE(view.state.story.exploring);
    CHECK(view.state.camera == app::step_camera(view.state, {*view.atlas, view.projection}));
}

TEST_CASE("without any story PageDown does nothing")
{
    test::AtlasFolder folder;
    auto const atlas = folder.load().atlas;
    geo::Projection const projection{atlas->info.crs, atlas->info.home};
    auto const before = app::opening_state({*atlas, projection}, {1200, 800});
    CHECK(reduce(before, app::AdvanceStory{1}, {*atlas, projection}) == before);
}
