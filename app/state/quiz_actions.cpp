#include "app/state/quiz_actions.hpp"

#include "app/scene/camera.hpp"
#include "app/state/ruler.hpp"
#include "app/story/stage.hpp"

#include "geo/network/geodesic.hpp"

#include <algorithm>

namespace app {
namespace {

/// The map and the clock for the present question.
void ask(ViewerState &state, Surroundings const &in)
{
    auto &quiz = state.quiz;
    quiz.guess.reset();
    quiz.guess_on_map.reset();
    quiz.chosen.reset();
    state.selection = {};
    state.playing = false;
    if (auto const *const question = quiz.question()) {
        auto const &span = in.atlas.info.span;
        state.now = std::clamp(question->at, span.begin, span.end - geo::Seconds{1});
        state.now_fraction = 0;
        state.ruler = follow(state.ruler, state.now, span);
        state.camera = fit_within(in.projection, in.atlas.info.home, state.viewport, stage_of(state, in.atlas).map);
    }
}

} // namespace

void carry_out(StartQuiz const &action, ViewerState &state, Surroundings const &in)
{
    auto questions = make_quiz(in.atlas, action.seed, action.count);
    if (questions.empty()) {
        return;
    }
    state.story = {};
    state.quiz = {};
    state.quiz.questions = std::make_shared<std::vector<Question> const>(std::move(questions));
    ask(state, in);
}

void carry_out(CloseQuiz const &, ViewerState &state, Surroundings const &)
{
    state.quiz = {};
}

void carry_out(GuessAt const &action, ViewerState &state, Surroundings const &in)
{
    if (!state.quiz.wants_point()) {
        return;
    }
    auto const point = to_map(state.camera, state.viewport, action.at);
    auto const guess = in.projection.inverse(point);
    state.quiz.guess = guess;
    state.quiz.guess_on_map = point;
    state.quiz.verdicts.push_back(judge(*state.quiz.question(), in.atlas, guess).verdict);
}

void carry_out(Choose const &action, ViewerState &state, Surroundings const &)
{
    auto &quiz = state.quiz;
    auto const *const question = quiz.question();
    if (question == nullptr || quiz.answered() || action.choice >= question->choices.size()) {
        return;
    }
    quiz.chosen = action.choice;
    bool const right = question->choices[action.choice] == question->subject;
    quiz.verdicts.push_back(right ? Verdict::right : Verdict::wrong);
}

void carry_out(ShowSolution const &, ViewerState &state, Surroundings const &)
{
    if (state.quiz.question() != nullptr && !state.quiz.answered()) {
        state.quiz.verdicts.push_back(Verdict::shown);
    }
}

void carry_out(NextQuestion const &, ViewerState &state, Surroundings const &in)
{
    if (state.quiz.question() != nullptr && state.quiz.answered()) {
        ++state.quiz.at;
        ask(state, in);
    }
}

} // namespace app
