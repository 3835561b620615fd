#pragma once

#include "app/i18n/texts.hpp"
#include "app/story/quiz.hpp"

#include <string>
#include <string_view>

namespace app {

// The words of a quiz in the language of `texts`.

[[nodiscard]] std::string question_text(Question const &question, geo::Atlas const &atlas, Texts const &texts);
/// One kind sentence on what was answered. \pre the present question is answered
[[nodiscard]] std::string verdict_text(QuizPlay const &quiz, geo::Atlas const &atlas, Texts const &texts);
/// What the right answer is, and what is known of it.
[[nodiscard]] std::string explanation_text(Question const &question, geo::Atlas const &atlas, Texts const &texts);
/// Who says so: the citations, separated by "; ".
[[nodiscard]] std::string question_sources(Question const &question, geo::Atlas const &atlas,
                                           std::string_view language);
/// How it went, after the last question.
[[nodiscard]] std::string result_text(QuizPlay const &quiz, Texts const &texts);

} // namespace app
