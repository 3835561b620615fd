#include "app/story/telling.hpp"
#include "app/ui/boxed.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <random>

namespace app {
namespace {

std::string const &in(geo::LocalText const &text, PanelContext const &context)
{
    return text.in(context.state.language);
}

/// A button as wide as the panel, its words wrapped if need be.
bool wide_button(PanelContext const &context, char const *words)
{
    return word_button(context, words, -1);
}

/// The steps as a row of bars: those told are filled, a click goes there.
void progress(PanelContext const &context, std::size_t count, Actions &actions)
{
    auto const &theme = context.theme;
    float const s = context.layout.scale;
    float const gap = 4 * s;
    float const width =
        (ImGui::GetContentRegionAvail().x - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    auto const &story = context.atlas.stories[*context.state.story.story];
    for (std::size_t i = 0; i < count; ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (i > 0) {
            ImGui::SameLine(0, gap);
        }
        auto const at = ImGui::GetCursorScreenPos();
        if (ImGui::InvisibleButton("step", {width, 18 * s})) {
            actions.emplace_back(GoToStep{i});
        }
        bool const hovered = ImGui::IsItemHovered();
        if (hovered) {
            ImGui::SetTooltip("%zu. %s", i + 1, in(story.steps[i].title, context).c_str());
        }
        bool const told = i <= context.state.story.step;
        float const thick = (hovered ? 8.0F : 5.0F) * s;
        float const y = at.y + 9 * s - thick / 2;
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, y}, {at.x + width, y + thick},
                                                  packed(told ? theme.accent : theme.track), thick / 2);
        ImGui::PopID();
    }
}

void exploring_bar(PanelContext const &context, Actions &actions)
{
    if (!context.state.story.exploring) {
        return;
    }
    boxed(context, nullptr, context.texts.tr("The story waits while you look about."));
    if (wide_button(context, context.texts.tr("Back to the story (Backspace)"))) {
        actions.emplace_back(ReturnToStep{});
    }
}

void warned(PanelContext const &context, geo::StoryStep const &step, Actions &actions)
{
    boxed(context, nullptr, in(step.content_note, context));
    if (wide_button(context, context.texts.tr("Show the step"))) {
        actions.emplace_back(AdvanceStory{1});
    }
    if (wide_button(context, context.texts.tr("Skip the step"))) {
        actions.emplace_back(SkipStep{1});
    }
}

/// Brings what has just been shown into sight.
void scroll_to_new(StoryPlay const &play)
{
    auto *const storage = ImGui::GetStateStorage();
    auto const key = ImGui::GetID("shown");
    int const now = static_cast<int>(play.step) * 4 + static_cast<int>(play.beat);
    if (storage->GetInt(key, now) != now) {
        play.beat == Beat::asked || play.beat == Beat::answered ? ImGui::SetScrollHereY(1) : ImGui::SetScrollY(0);
    }
    storage->SetInt(key, now);
}

void question(PanelContext const &context, geo::StoryStep const &step, Actions &actions)
{
    if (step.question.empty()) {
        return;
    }
    auto const beat = context.state.story.beat;
    ImGui::Dummy({0, 4 * context.layout.scale});
    if (beat == Beat::told) {
        if (wide_button(context, context.texts.tr("A question"))) {
            actions.emplace_back(AdvanceStory{1});
        }
        return;
    }
    boxed(context, context.texts.tr("A question"), in(step.question, context), context.fonts.body);
    if (beat == Beat::asked && !step.answer.empty()) {
        if (wide_button(context, context.texts.tr("Show the answer"))) {
            actions.emplace_back(AdvanceStory{1});
        }
    } else if (beat == Beat::answered) {
        wrapped(context.fonts.body, context.theme.text, in(step.answer, context));
    }
}

/// What the class does not see.
void notes(PanelContext const &context, geo::Story const &story, geo::StoryStep const &step)
{
    if (!step.notes.empty()) {
        ImGui::SetNextItemOpen(context.state.presenter.on, ImGuiCond_Appearing);
        ImGui::PushFont(context.fonts.note);
        bool const open = ImGui::TreeNodeEx("notes", ImGuiTreeNodeFlags_NoTreePushOnOpen, "%s",
                                            context.texts.tr("Notes for the teacher"));
        ImGui::PopFont();
        if (open) {
            wrapped(context.fonts.note, context.theme.text, in(step.notes, context));
        }
    }
    if (auto const next = step_beyond(context.state.story, story, 1)) {
        wrapped(context.fonts.note, context.theme.secondary,
                fmt::format(fmt::runtime(context.texts.tr("Next: {}")), in(story.steps[*next].title, context)));
    } else {
        wrapped(context.fonts.note, context.theme.secondary, context.texts.tr("This is the last step."));
    }
}

/// How the story goes on.
void manner(PanelContext const &context, Actions &actions)
{
    auto const &play = context.state.story;
    auto const &texts = context.texts;
    ImGui::PushFont(context.fonts.note);
    bool automatic = play.automatic;
    if (ImGui::Checkbox(texts.tr("Go on by itself"), &automatic)) {
        actions.emplace_back(SetAutomatic{automatic});
    }
    bool skip = play.skip_noted;
    if (ImGui::Checkbox(texts.tr("Skip what tells of killings"), &skip)) {
        actions.emplace_back(SetSkipNoted{skip});
    }
    ImGui::PopFont();
}

void foot(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    float const s = context.layout.scale;
    float const size = 44 * s;
    if (icon_button("back", Icon::previous, size, ButtonLook::plain, texts.tr("Back (PageUp)"), context)) {
        actions.emplace_back(AdvanceStory{-1});
    }
    ImGui::SameLine();
    if (icon_button("on", Icon::next, size, ButtonLook::strong, texts.tr("On (PageDown)"), context)) {
        actions.emplace_back(AdvanceStory{1});
    }
}

void present_button(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    bool const on = context.state.presenter.on;
    if (wide_button(context, on ? texts.tr("End the presentation (P)") : texts.tr("Present to a class (P)"))) {
        actions.emplace_back(TogglePresenter{});
    }
}

void handout_buttons(PanelContext const &context, Actions &actions)
{
    float const width = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2;
    if (word_button(context, context.texts.tr("Handout (PDF)"), width)) {
        actions.emplace_back(WriteHandout{*context.state.story.story, false});
    }
    ImGui::SameLine();
    if (word_button(context, context.texts.tr("Blind map (PDF)"), width)) {
        actions.emplace_back(WriteHandout{*context.state.story.story, true});
    }
}

void told(PanelContext const &context, Actions &actions)
{
    auto const &play = context.state.story;
    auto const &story = context.atlas.stories[*play.story];
    auto const &step = story.steps[play.step];
    auto const &fonts = context.fonts;
    float const s = context.layout.scale;
    float const close = 30 * s;
    auto const start = ImGui::GetCursorPos();
    ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - close);
    if (icon_button("close", Icon::close, close, ButtonLook::plain, context.texts.tr("Close the story"), context)) {
        actions.emplace_back(CloseStory{});
    }
    ImGui::SetCursorPos(start);
    ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - close - 8 * s);
    ImGui::PushFont(fonts.note);
    ImGui::PushStyleColor(ImGuiCol_Text, vec(context.theme.secondary));
    ImGui::TextUnformatted(
        fmt::format("{} · {} / {}", in(story.title, context), play.step + 1, story.steps.size()).c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    ImGui::PopTextWrapPos();
    progress(context, story.steps.size(), actions);

    float const foot_height = 52 * s;
    float const bearing = 2 * s; // letters that reach left of where they stand are not to be cut
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() - bearing);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {bearing, 0});
    bool const open = ImGui::BeginChild("step", {0, -foot_height}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    if (open) {
        exploring_bar(context, actions);
        wrapped(fonts.card, context.theme.text, in(step.title, context));
        if (play.beat == Beat::warned) {
            warned(context, step, actions);
        } else {
            wrapped(fonts.story, context.theme.text, in(step.text, context));
            question(context, step, actions);
        }
        scroll_to_new(play);
        ImGui::Dummy({0, 6 * s});
        notes(context, story, step);
        handout_buttons(context, actions);
        present_button(context, actions);
        manner(context, actions);
    }
    ImGui::EndChild();
    foot(context, actions);
}

void chooser(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    float const s = context.layout.scale;
    float const close = 30 * s;
    auto const start = ImGui::GetCursorPos();
    ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - close);
    if (icon_button("close", Icon::close, close, ButtonLook::plain, texts.tr("Close"), context)) {
        actions.emplace_back(TogglePanel{Panel::stories});
    }
    ImGui::SetCursorPos(start);
    heading(context, texts.tr("STORIES"));
    if (context.atlas.stories.empty()) {
        wrapped(context.fonts.body, context.theme.secondary, texts.tr("This atlas tells no stories."));
    }
    for (std::size_t i = 0; i < context.atlas.stories.size(); ++i) {
        auto const &story = context.atlas.stories[i];
        if (story.steps.empty()) {
            continue;
        }
        ImGui::PushID(static_cast<int>(i));
        wrapped(context.fonts.title, context.theme.text, in(story.title, context));
        wrapped(context.fonts.note, context.theme.secondary, in(story.summary, context));
        auto const words = fmt::format(
            "{} · {}###tell", texts.tr("Tell this story"),
            fmt::format(fmt::runtime(texts.trn("{} step", "{} steps", static_cast<long>(story.steps.size()))),
                        story.steps.size()));
        if (wide_button(context, words.c_str())) {
            actions.emplace_back(OpenStory{static_cast<geo::Index>(i)});
        }
        ImGui::Dummy({0, 8 * s});
        ImGui::PopID();
    }
    ImGui::Separator();
    if (wide_button(context, texts.tr("Quiz on the atlas"))) {
        actions.emplace_back(StartQuiz{std::random_device{}()});
    }
    present_button(context, actions);
}

} // namespace

void draw_story(PanelContext const &context, Actions &actions)
{
    auto const &layout = context.layout;
    if (layout.story.empty() || context.state.quiz.open()) {
        return;
    }
    if (begin_paper("##story", layout.story)) {
        if (told_step(context.state.story, context.atlas) != nullptr) {
            told(context, actions);
        } else {
            chooser(context, actions);
        }
    }
    end_paper();
}

} // namespace app
