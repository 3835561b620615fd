#include "app/story/story_fixture.hpp"

#include "app/core/paths.hpp"
#include "app/i18n/texts.hpp"
#include "app/scene/camera.hpp"
#include "app/story/quiz_text.hpp"
#include "support/text.hpp"

#include "geo/state/world_state.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using doctest::Contains;
using test::text;

namespace {

geo::Atlas const &bundled()
{
    static auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    return *atlas;
}

bool noted(geo::Index event)
{
    for (auto const &story : bundled().stories) {
        for (auto const &step : story.steps) {
            if (!step.content_note.empty() && std::ranges::find(step.events, event) != step.events.end()) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

TEST_CASE("the same seed asks the same questions, another seed others")
{
    auto const one = app::make_quiz(bundled(), 7, 12);
    CHECK(one.size() == 12);
    CHECK(one == app::make_quiz(bundled(), 7, 12));
    CHECK(one != app::make_quiz(bundled(), 8, 12));
}

TEST_CASE("all kinds of question take turns, and none is asked twice")
{
    auto const quiz = app::make_quiz(bundled(), 3, 16);
    std::set<std::pair<app::QuestionKind, geo::Index>> seen;
    std::set<app::QuestionKind> kinds;
    for (auto const &question : quiz) {
        kinds.insert(question.kind);
        if (question.kind != app::QuestionKind::where_unit) { // a unit may be asked for at several times
            CHECK(seen.emplace(question.kind, question.subject).second);
        }
    }
    CHECK(kinds.size() == 4);
}

TEST_CASE("nothing is asked that is disputed, or that a content note stands before")
{
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        for (auto const &question : app::make_quiz(bundled(), seed, 16)) {
            auto events = question.choices;
            if (question.kind == app::QuestionKind::where_event) {
                events.push_back(question.subject);
            }
            for (auto const e : events) {
                CAPTURE(bundled().events[e].id);
                CHECK(bundled().events[e].confidence != geo::Confidence::disputed);
                CHECK_FALSE(noted(e));
            }
        }
    }
}

TEST_CASE("what came first was over before the others began")
{
    int asked = 0;
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        for (auto const &question : app::make_quiz(bundled(), seed, 16)) {
            if (question.kind == app::QuestionKind::came_first) {
                ++asked;
                REQUIRE(question.choices.size() == 3);
                CHECK(std::ranges::find(question.choices, question.subject) != question.choices.end());
                for (auto const e : question.choices) {
                    CHECK((e == question.subject ||
                           bundled().events[question.subject].span.end <= bundled().events[e].span.begin));
                }
            }
        }
    }
    CHECK(asked > 8);
}

TEST_CASE("a unit that is asked for stands, at that time, where the answer says")
{
    for (auto const &question : app::make_quiz(bundled(), 5, 24)) {
        if (question.kind == app::QuestionKind::where_unit) {
            auto const world = geo::state_at(bundled(), question.at);
            auto const unit = std::ranges::find(world.units, question.subject, &geo::UnitState::unit);
            REQUIRE(unit != world.units.end());
            CHECK(unit->from == question.place);
            CHECK(unit->phase == geo::Phase::halted);
        }
    }
}

TEST_CASE("an atlas with nothing to ask opens no quiz")
{
    test::StoryView view;
    for (auto const *const file : {"places.geojson", "events.geojson"}) {
        view.folder.write(file, R"({"type": "FeatureCollection", "features": []})");
    }
    view.folder.write("fixes.csv", "unit_id,seq,place_id,arrival,departure,mode\n");
    auto const bare = view.folder.load().atlas;
    CHECK(app::make_quiz(*bare, 1, 8).empty());
    app::ViewerState const before = view.state;
    CHECK_FALSE(reduce(before, app::StartQuiz{1, 8}, {*bare, view.projection}).quiz.open());
}

TEST_CASE("a point on the map is judged by its distance, kindly")
{
    app::Question question;
    question.place = 0; // West, 48° E 41° N
    question.tolerance_km = 10;
    test::StoryView const view;
    auto const right = app::judge(question, *view.atlas, {48.05, 41.0});
    CHECK(right.verdict == app::Verdict::right);
    CHECK(right.km == doctest::Approx(4.2).epsilon(0.01));
    CHECK(app::judge(question, *view.atlas, {48.2, 41.0}).verdict == app::Verdict::near);
    CHECK(app::judge(question, *view.atlas, {50.0, 41.0}).verdict == app::Verdict::wrong);
}

TEST_CASE("a quiz is answered on the map and by choice, is scored, and ends")
{
    test::StoryView view;
    view.act(app::OpenStory{0});
    view.act(app::StartQuiz{1, 4});
    REQUIRE(view.state.quiz.open());
    CHECK_FALSE(view.state.story.story);
    app::Texts const texts{app::locale_dir(), "en"};
    std::size_t answered = 0;
    while (auto const *const question = view.state.quiz.question()) {
        CHECK(view.state.now == std::max(question->at, view.atlas->info.span.begin));
        view.act(app::NextQuestion{}); // not before it is answered
        REQUIRE(view.state.quiz.question() == question);
        if (view.state.quiz.wants_point()) {
            auto const place = view.projection.forward(view.atlas->places[question->place].at);
            view.act(app::GuessAt{app::to_screen(view.state.camera, view.state.viewport, place)});
            CHECK(text(app::verdict_text(view.state.quiz, *view.atlas, texts)) == Contains("Right!"));
        } else {
            auto const at = std::ranges::find(question->choices, question->subject) - question->choices.begin();
            view.act(app::Choose{static_cast<std::size_t>(at)});
        }
        ++answered;
        CHECK(view.state.quiz.verdicts.size() == answered);
        view.act(app::GuessAt{{10, 10}}); // answered once is answered
        CHECK(view.state.quiz.verdicts.size() == answered);
        CHECK_FALSE(app::explanation_text(*question, *view.atlas, texts).empty());
        CHECK(text(app::question_sources(*question, *view.atlas, "en")) == Contains("A Book"));
        view.act(app::NextQuestion{});
    }
    CHECK(view.state.quiz.over());
    CHECK(view.state.quiz.count(app::Verdict::right) == answered);
    view.act(app::CloseQuiz{});
    CHECK_FALSE(view.state.quiz.open());
}

TEST_CASE("the clicker shows the answer, asks the next question and at the end closes the quiz")
{
    test::StoryView view;
    view.act(app::StartQuiz{1, 2});
    view.act(app::AdvanceStory{1});
    CHECK(view.state.quiz.answered());
    view.act(app::AdvanceStory{-1});
    CHECK(view.state.quiz.at == 0);
    view.act(app::AdvanceStory{1});
    CHECK(view.state.quiz.at == 1);
    view.act(app::AdvanceStory{1});
    view.act(app::AdvanceStory{1});
    CHECK(view.state.quiz.over());
    view.act(app::AdvanceStory{1});
    CHECK_FALSE(view.state.quiz.open());
    CHECK_FALSE(view.state.story.story);
}

TEST_CASE("a story that begins ends the quiz, and the numbers choose among what came first")
{
    test::StoryView view;
    view.act(app::StartQuiz{1, 4});
    view.act(app::OpenStory{0});
    CHECK_FALSE(view.state.quiz.open());

    geo::Projection const projection{bundled().info.crs, bundled().info.home};
    app::Surroundings const in{bundled(), projection};
    auto state = reduce(app::opening_state(in, {1200, 800}), app::StartQuiz{2, 12}, in);
    while (state.quiz.question() != nullptr && state.quiz.question()->kind != app::QuestionKind::came_first) {
        state = reduce(reduce(state, app::ShowSolution{}, in), app::NextQuestion{}, in);
    }
    REQUIRE(state.quiz.question() != nullptr);
    state = reduce(state, app::ShowLand{2}, in);
    CHECK(state.quiz.chosen == 1U);
}

TEST_CASE("a wrong point is told with its distance, and a question may be given up")
{
    test::StoryView view;
    view.act(app::StartQuiz{1, 4});
    while (view.state.quiz.question() != nullptr && !view.state.quiz.wants_point()) {
        view.act(app::ShowSolution{});
        view.act(app::NextQuestion{});
    }
    REQUIRE(view.state.quiz.question() != nullptr);
    view.act(app::GuessAt{{0, 0}});
    app::Texts const texts{app::locale_dir(), "en"};
    CHECK(text(app::verdict_text(view.state.quiz, *view.atlas, texts)) == Contains("km off. Follow the line."));
    REQUIRE(view.state.quiz.guess_on_map);
    view.act(app::NextQuestion{});
    if (view.state.quiz.question() != nullptr) {
        view.act(app::ShowSolution{});
        CHECK(view.state.quiz.verdicts.back() == app::Verdict::shown);
        CHECK(app::verdict_text(view.state.quiz, *view.atlas, texts) == "This is the answer:");
    }
}
