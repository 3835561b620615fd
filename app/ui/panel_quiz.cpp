#include "app/story/quiz_text.hpp"
#include "app/ui/boxed.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

namespace app {
namespace {

bool wide_button(PanelContext const &context, std::string const &words)
{
    return word_button(context, words.c_str(), -1);
}

void choices(PanelContext const &context, Question const &question, Actions &actions)
{
    float const s = context.layout.scale;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        auto const &title = context.atlas.events[question.choices[i]].title.in(context.state.language);
        ImGui::PushID(static_cast<int>(i));
        auto const at = ImGui::GetCursorScreenPos();
        float const width = ImGui::GetContentRegionAvail().x;
        ImGui::PushFont(context.fonts.body);
        float const inner = width - 28 * s;
        auto const size = ImGui::CalcTextSize(title.c_str(), nullptr, false, inner);
        float const height = size.y + 20 * s;
        if (ImGui::InvisibleButton("choice", {width, height})) {
            actions.emplace_back(Choose{i});
        }
        auto &list = *ImGui::GetWindowDrawList();
        bool const hovered = ImGui::IsItemHovered();
        list.AddRectFilled(at, {at.x + width, at.y + height},
                           packed(hovered ? context.theme.selected : context.theme.note_ground), 6 * s);
        list.AddText(context.fonts.body, context.fonts.body->FontSize, {at.x + 14 * s, at.y + 10 * s},
                     packed(context.theme.text), title.c_str(), nullptr, inner);
        ImGui::PopFont();
        ImGui::PopID();
    }
}

void asked(PanelContext const &context, Question const &question, Actions &actions)
{
    choices(context, question, actions);
    if (context.state.quiz.wants_point()) {
        wrapped(context.fonts.body, context.theme.secondary, context.texts.tr("Click on the map."));
    }
    ImGui::Dummy({0, 4 * context.layout.scale});
    if (wide_button(context, context.texts.tr("Show the answer"))) {
        actions.emplace_back(ShowSolution{});
    }
}

void answered(PanelContext const &context, Question const &question, Actions &actions)
{
    auto const &texts = context.texts;
    boxed(context, nullptr, verdict_text(context.state.quiz, context.atlas, texts), context.fonts.title);
    ImGui::Dummy({0, 4 * context.layout.scale});
    wrapped(context.fonts.body, context.theme.text, explanation_text(question, context.atlas, texts));
    if (auto const sources = question_sources(question, context.atlas, context.state.language); !sources.empty()) {
        heading(context, texts.tr("WHO SAYS SO"));
        wrapped(context.fonts.note, context.theme.text, sources);
    }
    ImGui::Dummy({0, 4 * context.layout.scale});
    if (wide_button(context, texts.tr("Next question"))) {
        actions.emplace_back(NextQuestion{});
    }
}

} // namespace

void draw_quiz(PanelContext const &context, Actions &actions)
{
    auto const &quiz = context.state.quiz;
    if (!quiz.open() || context.layout.story.empty()) {
        return;
    }
    auto const &texts = context.texts;
    if (begin_paper("##quiz", context.layout.story)) {
        float const close = 30 * context.layout.scale;
        auto const start = ImGui::GetCursorPos();
        ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - close);
        if (icon_button("close", Icon::close, close, ButtonLook::plain, texts.tr("Close the quiz"), context)) {
            actions.emplace_back(CloseQuiz{});
        }
        ImGui::SetCursorPos(start);
        auto const *const question = quiz.question();
        wrapped(context.fonts.note, context.theme.secondary,
                question == nullptr
                    ? std::string{texts.tr("Quiz")}
                    : fmt::format("{} · {} / {}", texts.tr("Quiz"), quiz.at + 1, quiz.questions->size()));
        ImGui::Dummy({0, 6 * context.layout.scale});
        if (question == nullptr) {
            wrapped(context.fonts.card, context.theme.text, result_text(quiz, texts));
            if (wide_button(context, texts.tr("Close the quiz"))) {
                actions.emplace_back(CloseQuiz{});
            }
        } else {
            wrapped(context.fonts.card, context.theme.text, question_text(*question, context.atlas, texts));
            quiz.answered() ? answered(context, *question, actions) : asked(context, *question, actions);
        }
    }
    end_paper();
}

} // namespace app
