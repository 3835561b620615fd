#include "app/state/story_actions.hpp"

#include "app/state/quiz_actions.hpp"
#include "app/story/telling.hpp"

namespace app {
namespace {

/// The clicker during a quiz: answer, next question, and at the end away with it. There is no way back.
void advance_quiz(int beats, ViewerState &state, Surroundings const &in)
{
    if (beats <= 0) {
        return;
    }
    if (state.quiz.over()) {
        carry_out(CloseQuiz{}, state, in);
    } else if (state.quiz.answered()) {
        carry_out(NextQuestion{}, state, in);
    } else {
        carry_out(ShowSolution{}, state, in);
    }
}

} // namespace

void carry_out(OpenStory const &action, ViewerState &state, Surroundings const &in)
{
    if (action.story >= in.atlas.stories.size()) {
        return;
    }
    auto const &story = in.atlas.stories[action.story];
    StoryPlay play;
    play.story = action.story;
    play.automatic = action.automatic;
    play.loop = action.loop;
    play.skip_noted = action.skip_noted;
    std::size_t first = 0;
    while (first < story.steps.size() && play.skip_noted && !story.steps[first].content_note.empty()) {
        ++first;
    }
    if (first < story.steps.size()) {
        play.hidden_before = state.story.story ? state.story.hidden_before : state.hidden;
        state.story = play;
        state.quiz = {};
        begin_step(state, in, first);
    }
}

void carry_out(CloseStory const &, ViewerState &state, Surroundings const &)
{
    if (state.story.story) {
        state.hidden = state.story.hidden_before;
        state.story = {};
        state.playing = false;
    }
}

void carry_out(AdvanceStory const &action, ViewerState &state, Surroundings const &in)
{
    if (state.quiz.open()) {
        advance_quiz(action.beats, state, in);
    } else if (!state.story.story) {
        if (auto const story = first_story(in.atlas)) {
            carry_out(OpenStory{*story}, state, in);
        }
    } else if (state.story.exploring && action.beats < 0) {
        return_to_step(state, in); // back from exploring is back to what was left
    } else {
        if (state.story.exploring) {
            return_to_step(state, in);
        }
        advance(state, action.beats, in);
    }
}

void carry_out(SkipStep const &action, ViewerState &state, Surroundings const &in)
{
    if (state.story.story) {
        if (auto const to = step_beyond(state.story, in.atlas.stories[*state.story.story], action.steps)) {
            begin_step(state, in, *to);
        }
    }
}

void carry_out(GoToStep const &action, ViewerState &state, Surroundings const &in)
{
    if (state.story.story && action.step < in.atlas.stories[*state.story.story].steps.size()) {
        begin_step(state, in, action.step);
    }
}

void carry_out(ReturnToStep const &, ViewerState &state, Surroundings const &in)
{
    if (state.story.exploring) {
        return_to_step(state, in);
    }
}

void carry_out(ReplayStep const &, ViewerState &state, Surroundings const &in)
{
    if (state.story.story) {
        state.story.run = 0;
        return_to_step(state, in);
    }
}

void carry_out(SetAutomatic const &action, ViewerState &state, Surroundings const &)
{
    state.story.automatic = action.on;
    state.story.in_beat = 0;
    state.playing = state.playing || (action.on && is_telling(state));
}

void carry_out(SetSkipNoted const &action, ViewerState &state, Surroundings const &)
{
    state.story.skip_noted = action.on;
}

void carry_out(WriteHandout const &, ViewerState &, Surroundings const &) {}

} // namespace app
