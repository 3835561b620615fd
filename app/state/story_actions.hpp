#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <variant>

namespace app {

// Telling a story step by step.

/// From its first step. An index that names no story, or a story without steps, does nothing.
struct OpenStory
{
    geo::Index story = 0;
    bool automatic = false;
    bool loop = false;
    bool skip_noted = false;
};
struct CloseStory
{};
/// By a beat: warning, text, question, answer, next step. With no story: the atlas's first one begins.
struct AdvanceStory
{
    int beats = 1;
};
/// To another step, whatever of this one is still to be shown.
struct SkipStep
{
    int steps = 1;
};
struct GoToStep
{
    std::size_t step = 0;
};
/// After exploring: back to what the step shows.
struct ReturnToStep
{};
/// Camera and clock of the step once more.
struct ReplayStep
{};
struct SetAutomatic
{
    bool on = true;
};
struct SetSkipNoted
{
    bool on = true;
};

/// The handout of a story as a file. The window carries it out: nothing of the state changes.
struct WriteHandout
{
    geo::Index story = 0;
    bool blind = false;
};

using StoryActions = std::variant<OpenStory, CloseStory, AdvanceStory, SkipStep, GoToStep, ReturnToStep, ReplayStep,
                                  SetAutomatic, SetSkipNoted, WriteHandout>;

void carry_out(OpenStory const &action, ViewerState &state, Surroundings const &in);
void carry_out(CloseStory const &action, ViewerState &state, Surroundings const &in);
void carry_out(AdvanceStory const &action, ViewerState &state, Surroundings const &in);
void carry_out(SkipStep const &action, ViewerState &state, Surroundings const &in);
void carry_out(GoToStep const &action, ViewerState &state, Surroundings const &in);
void carry_out(ReturnToStep const &action, ViewerState &state, Surroundings const &in);
void carry_out(ReplayStep const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetAutomatic const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetSkipNoted const &action, ViewerState &state, Surroundings const &in);
void carry_out(WriteHandout const &action, ViewerState &state, Surroundings const &in);

} // namespace app
