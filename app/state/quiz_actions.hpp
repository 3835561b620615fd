#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <cstdint>
#include <variant>

namespace app {

// A quiz on the atlas.

/// An atlas that has nothing to ask opens no quiz.
struct StartQuiz
{
    std::uint64_t seed = 0;
    std::size_t count = 8;
};
struct CloseQuiz
{};
/// The answer is pointed at on the map.
struct GuessAt
{
    ScreenPoint at;
};
/// The answer is one of the choices.
struct Choose
{
    std::size_t choice = 0;
};
/// Shows the answer of the present question without a guess.
struct ShowSolution
{};
struct NextQuestion
{};

using QuizActions = std::variant<StartQuiz, CloseQuiz, GuessAt, Choose, ShowSolution, NextQuestion>;

void carry_out(StartQuiz const &action, ViewerState &state, Surroundings const &in);
void carry_out(CloseQuiz const &action, ViewerState &state, Surroundings const &in);
void carry_out(GuessAt const &action, ViewerState &state, Surroundings const &in);
void carry_out(Choose const &action, ViewerState &state, Surroundings const &in);
void carry_out(ShowSolution const &action, ViewerState &state, Surroundings const &in);
void carry_out(NextQuestion const &action, ViewerState &state, Surroundings const &in);

} // namespace app
