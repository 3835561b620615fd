// Slides measured as draw lists, without a display.

#include "app/story/story_fixture.hpp"

#include "app/core/paths.hpp"
#include "app/story/slide.hpp"
#include "app/story/stage.hpp"
#include "app/ui/theme.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

/// The presenter on the bundled atlas.
struct Presentation
{
    std::shared_ptr<geo::Atlas const> atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    geo::Projection projection{atlas->info.crs, atlas->info.home};
    app::FontMetrics fonts;
    app::ViewerState state = app::opening_state({*atlas, projection}, {1920, 1080});

    Presentation() { act(app::TogglePresenter{}); }
    void act(app::Action const &action) { state = reduce(state, action, {*atlas, projection}); }
    [[nodiscard]] app::Slide slide() const
    {
        app::Texts const texts{app::locale_dir(), state.language};
        return app::build_slide({*atlas, state, texts, fonts});
    }
};

std::vector<app::Text> texts_of(app::Slide const &slide)
{
    std::vector<app::Text> found;
    for (auto const &item : slide.scene.items) {
        if (auto const *const text = std::get_if<app::Text>(&item)) {
            found.push_back(*text);
        }
    }
    return found;
}

std::string words_of(app::Slide const &slide)
{
    std::string words;
    for (auto const &text : texts_of(slide)) {
        words += text.utf8 + "\n";
    }
    return words;
}

} // namespace

TEST_CASE("every beat of every bundled step fits beside the map in type of 1/25 of the height, in each language")
{
    Presentation show;
    for (app::Viewport const viewport : {app::Viewport{1024, 600}, {1280, 800}, {1920, 1080}, {3840, 2160}}) {
        show.act(app::Resize{viewport});
        auto const height = static_cast<float>(viewport.height);
        for (auto const *const language : {"en", "az", "ru"}) {
            show.act(app::SetLanguage{language});
            for (std::size_t s = 0; s < show.atlas->stories.size(); ++s) {
                show.act(app::OpenStory{static_cast<geo::Index>(s)});
                std::size_t const beats = 4 * show.atlas->stories[s].steps.size();
                for (std::size_t beat = 0; beat < beats; ++beat, show.act(app::AdvanceStory{1})) {
                    auto const slide = show.slide();
                    auto const panel = app::stage_of(show.state, *show.atlas).panel;
                    CAPTURE(viewport.width);
                    CAPTURE(language);
                    CAPTURE(show.atlas->stories[s].id);
                    CAPTURE(show.state.story.step);
                    for (auto const &text : texts_of(slide)) {
                        CAPTURE(text.utf8);
                        CHECK(text.size >= height / 25 - 0.01F);
                        CHECK(text.at.y <= height);
                        CHECK(text.at.x + show.fonts.width(text.face, text.utf8, text.size) <= panel.right);
                    }
                }
            }
        }
    }
}

TEST_CASE("lines of a slide do not overlap one another")
{
    Presentation show;
    show.act(app::OpenStory{0});
    auto const texts = texts_of(show.slide());
    for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
        CHECK(texts[i + 1].at.y - texts[i].at.y >= 0.95F * std::min(texts[i].size, texts[i + 1].size));
    }
}

TEST_CASE("a slide's colours have a contrast of 7 to 1 at least")
{
    app::SlideColours const c;
    for (auto const ground : {c.paper, c.box}) {
        for (auto const ink : {c.text, c.quiet, c.accent}) {
            CHECK(app::contrast(ink, ground) >= 7);
        }
    }
}

TEST_CASE("question and answer come onto the slide one after the other")
{
    test::StoryView view;
    view.act(app::TogglePresenter{});
    view.act(app::OpenStory{0});
    app::FontMetrics const fonts;
    app::Texts const texts{app::locale_dir(), "en"};
    auto const words = [&] { return words_of(app::build_slide({*view.atlas, view.state, texts, fonts})); };
    auto const says = [&](char const *what) { return words().find(what) != std::string::npos; };
    CHECK(says("The train runs."));
    CHECK_FALSE(says("Where to?"));
    CHECK_FALSE(says("Wait.")); // notes are the teacher's
    view.act(app::AdvanceStory{1});
    CHECK(says("Where to?"));
    CHECK_FALSE(says("East."));
    view.act(app::AdvanceStory{1});
    CHECK(says("East."));
    view.act(app::GoToStep{2});
    CHECK(says("Tells of killings."));
    CHECK_FALSE(says("Many died."));
}

TEST_CASE("the buttons of a slide can be clicked: a content note's, a quiz's")
{
    test::StoryView view;
    view.act(app::TogglePresenter{});
    view.act(app::OpenStory{0});
    view.act(app::GoToStep{2});
    app::FontMetrics const fonts;
    app::Texts const texts{app::locale_dir(), "en"};
    auto const slide = [&] { return app::build_slide({*view.atlas, view.state, texts, fonts}); };
    auto const press = [&](std::size_t button) {
        auto const built = slide();
        REQUIRE(built.buttons.size() > button);
        auto const &r = built.buttons[button].rect;
        auto const action = app::action_at(built, {(r.left + r.right) / 2, (r.top + r.bottom) / 2});
        REQUIRE(action);
        view.act(*action);
    };
    press(1);
    CHECK(view.step() == "s04");
    view.act(app::GoToStep{2});
    press(0);
    CHECK(view.state.story.beat == app::Beat::told);
    CHECK_FALSE(app::action_at(slide(), {600, 300}));
    view.act(app::StartQuiz{1, 2});
    press(slide().buttons.size() - 1);
    CHECK(view.state.quiz.answered());
    press(slide().buttons.size() - 1);
    CHECK(view.state.quiz.at == 1);
}

TEST_CASE("B blanks the screen: nothing of the slide is left, and nothing can be clicked")
{
    Presentation show;
    show.act(app::OpenStory{0});
    show.act(app::ToggleBlank{});
    auto const slide = show.slide();
    CHECK(slide.scene.items.size() == 1);
    CHECK(slide.buttons.empty());
    show.act(app::ToggleBlank{});
    CHECK(show.slide().scene.items.size() > 5);
}

TEST_CASE("without a story the class sees the map and its date")
{
    Presentation const show;
    auto const texts = texts_of(show.slide());
    REQUIRE(texts.size() == 1);
    CHECK(texts.front().utf8.find("1920") != std::string::npos);
    CHECK(texts.front().size >= 1080 / 25.0F);
}

TEST_CASE("the timer counts down on the slide, and beyond its end up again")
{
    Presentation show;
    show.act(app::OpenStory{0});
    show.act(app::SetTimer{2});
    show.act(app::PassTime{30});
    CHECK(words_of(show.slide()).find("1:30") != std::string::npos);
    show.act(app::ToggleTimer{});
    show.act(app::PassTime{30});
    CHECK(words_of(show.slide()).find("1:30") != std::string::npos);
    show.act(app::ToggleTimer{});
    show.act(app::PassTime{95});
    CHECK(words_of(show.slide()).find("+0:05") != std::string::npos);
    show.act(app::SetTimer{0});
    show.act(app::ToggleTimer{}); // the key starts one as well
    CHECK(words_of(show.slide()).find("5:00") != std::string::npos);
    show.act(app::SetTimer{0});
    CHECK(words_of(show.slide()).find("+0:05") == std::string::npos);
}

TEST_CASE("the spotlight darkens all but a disc about the pointer")
{
    auto const scene = app::build_pointer(app::Pointer::spotlight, {300, 200}, {1920, 1080});
    REQUIRE(scene.items.size() == 1);
    auto const &fill = std::get<app::Fill>(scene.items.front());
    CHECK(fill.triangles->size() % 3 == 0);
    for (auto const &p : fill.points) {
        CHECK(std::hypot(p.x - 300, p.y - 200) > 1080 / 25.0F * 3);
    }
    CHECK(app::build_pointer(app::Pointer::none, {300, 200}, {1920, 1080}).items.empty());
    CHECK(app::build_pointer(app::Pointer::laser, {300, 200}, {1920, 1080}).items.size() == 2);
}
