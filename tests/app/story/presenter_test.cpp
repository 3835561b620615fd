#include "app/story/story_fixture.hpp"

#include "app/core/paths.hpp"
#include "app/scene/camera.hpp"
#include "app/story/blind.hpp"
#include "app/story/lands.hpp"
#include "app/story/stage.hpp"

#include <doctest/doctest.h>

TEST_CASE("presenting gives the map type as large as the slide's, and ending it takes it back")
{
    test::StoryView view;
    CHECK(view.state.map_scale == 1);
    view.act(app::TogglePresenter{});
    CHECK(view.state.map_scale == doctest::Approx(800 / 25.0 / 16));
    view.act(app::Resize{{1920, 1080}});
    CHECK(view.state.map_scale == doctest::Approx(1080 / 25.0 / 16));
    view.act(app::TogglePresenter{});
    CHECK(view.state.map_scale == 1);
}

TEST_CASE("with a second screen this window stays the teacher's")
{
    test::StoryView view;
    view.act(app::SetScreens{2});
    view.act(app::TogglePresenter{});
    CHECK_FALSE(app::on_slide(view.state.presenter));
    CHECK(view.state.map_scale == 1);
}

TEST_CASE("another view shows the same part of the map, as far as its shape allows")
{
    test::StoryView view;
    view.act(app::OpenStory{0});
    view.wait(20);
    auto slide = view.state;
    slide.viewport = {1024, 768};
    slide.presenter.on = true;
    auto const here = app::stage_of(view.state, *view.atlas);
    auto const there = app::stage_of(slide, *view.atlas);
    auto const camera = app::seen_on(slide, there, view.state, here);
    for (app::ScreenPoint const corner :
         {app::ScreenPoint{here.map.left, here.map.top}, {here.map.right, here.map.bottom}}) {
        auto const p =
            app::to_screen(camera, slide.viewport, app::to_map(view.state.camera, view.state.viewport, corner));
        CHECK(p.x >= there.map.left - 1);
        CHECK(p.x <= there.map.right + 1);
        CHECK(p.y >= there.map.top - 1);
        CHECK(p.y <= there.map.bottom + 1);
    }
}

TEST_CASE("Esc takes away what lies uppermost, one after the other")
{
    test::StoryView view;
    view.act(app::TogglePresenter{});
    view.act(app::StartQuiz{1, 4});
    view.act(app::NextPointer{});
    view.act(app::ToggleBlank{});
    view.act(app::LetGo{});
    CHECK_FALSE(view.state.presenter.blank);
    view.act(app::LetGo{});
    CHECK(view.state.presenter.pointer == app::Pointer::none);
    view.act(app::LetGo{});
    CHECK_FALSE(view.state.quiz.open());
    view.act(app::Select{{app::Kind::event, 0}});
    view.act(app::LetGo{});
    CHECK(view.state.selection.kind == app::Kind::none);
    CHECK(view.state.presenter.on);
    view.act(app::LetGo{});
    CHECK_FALSE(view.state.presenter.on);
}

TEST_CASE("the pointer goes round: laser, spotlight, none")
{
    test::StoryView view;
    view.act(app::NextPointer{});
    CHECK(view.state.presenter.pointer == app::Pointer::laser);
    view.act(app::NextPointer{});
    CHECK(view.state.presenter.pointer == app::Pointer::spotlight);
    view.act(app::NextPointer{});
    CHECK(view.state.presenter.pointer == app::Pointer::none);
}

TEST_CASE("a blind map hides the names, a question also what would point at the answer")
{
    test::StoryView view;
    app::ViewerState room;
    CHECK(&app::as_shown(view.state, room) == &view.state);
    view.act(app::ToggleBlind{}); // without a presentation it means nothing
    CHECK(&app::as_shown(view.state, room) == &view.state);
    view.act(app::TogglePresenter{});
    view.act(app::ToggleBlind{});
    CHECK(app::as_shown(view.state, room).hidden == std::set<std::string>{"labels"});
    view.act(app::StartQuiz{1, 4});
    while (!view.state.quiz.wants_point()) {
        view.act(app::AdvanceStory{1});
        REQUIRE(view.state.quiz.open());
    }
    CHECK(app::as_shown(view.state, room).hidden.contains("units"));
    view.act(app::ShowSolution{});
    CHECK_FALSE(app::as_shown(view.state, room).hidden.contains("units"));
}

TEST_CASE("the number keys show the lands of the day, in the order of the atlas")
{
    auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    auto const lands = app::lands_of(*atlas, test::at("1920-04-27"));
    REQUIRE(lands.size() >= 3);
    CHECK(lands.size() <= 9);
    for (auto const &land : lands) {
        CHECK(land.extent.west >= atlas->info.home.west);
        CHECK(land.extent.east <= atlas->info.home.east);
        CHECK(land.extent.south < land.extent.north);
    }
    test::StoryView view;
    auto const before = view.state.camera;
    view.act(app::ShowLand{9});
    CHECK(view.state.camera == before);
    view.act(app::OpenStory{0});
    view.act(app::ShowLand{1});
    CHECK(view.state.story.exploring);
    CHECK(view.state.camera != before);
}
