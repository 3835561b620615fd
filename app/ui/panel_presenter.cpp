#include "app/story/lands.hpp"
#include "app/story/stage.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <cmath>
#include <random>

namespace app {
namespace {

constexpr float bottom_edge = 0.8F; ///< where on the slide the pointer calls the bar

/// In a row: beside the one before, if there is one.
bool tool(PanelContext const &context, char const *words, bool on, bool first = false)
{
    if (!first) {
        ImGui::SameLine(0, 6 * context.layout.scale);
    }
    return word_button(context, words, 0, on);
}

std::string timer_words(PanelContext const &context)
{
    auto const &mode = context.state.presenter;
    if (mode.timer_minutes == 0) {
        return context.texts.tr("Timer");
    }
    auto const left = std::lround(std::ceil(mode.timer_left));
    return fmt::format("{}{}:{:02}###timer", left < 0 ? "+" : "", std::abs(left) / 60, std::abs(left) % 60);
}

void tools(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    auto const &mode = context.state.presenter;
    if (tool(context, texts.tr("Back"), false, true)) {
        actions.emplace_back(AdvanceStory{-1});
    }
    if (tool(context, texts.tr("On"), false)) {
        actions.emplace_back(AdvanceStory{1});
    }
    if (tool(context, texts.tr("Blank"), mode.blank)) {
        actions.emplace_back(ToggleBlank{});
    }
    if (tool(context, texts.tr("Laser"), mode.pointer == Pointer::laser)) {
        actions.emplace_back(SetPointer{mode.pointer == Pointer::laser ? Pointer::none : Pointer::laser});
    }
    if (tool(context, texts.tr("Spotlight"), mode.pointer == Pointer::spotlight)) {
        actions.emplace_back(SetPointer{mode.pointer == Pointer::spotlight ? Pointer::none : Pointer::spotlight});
    }
    if (tool(context, texts.tr("Hide names"), mode.blind)) {
        actions.emplace_back(ToggleBlind{});
    }
    if (tool(context, timer_words(context).c_str(), mode.timer_minutes > 0)) {
        actions.emplace_back(SetTimer{mode.timer_minutes > 0 ? 0 : 5});
    }
    if (tool(context, texts.tr("Quiz"), context.state.quiz.open())) {
        context.state.quiz.open() ? actions.emplace_back(CloseQuiz{})
                                  : actions.emplace_back(StartQuiz{std::random_device{}()});
    }
    if (tool(context, texts.tr("End"), false)) {
        actions.emplace_back(TogglePresenter{});
    }
}

void lands(PanelContext const &context, Actions &actions)
{
    auto const all = lands_of(context.atlas, context.state.now);
    float row = 0; ///< width of the row so far
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const &name = context.atlas.info.polities[all[i].polity].name.in(context.state.language);
        auto const words = fmt::format("{} {}", i + 1, name);
        float const width = ImGui::CalcTextSize(words.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
        bool const wraps = i > 0 && row + width > 760 * context.layout.scale;
        row = (wraps || i == 0 ? 0 : row + 6 * context.layout.scale) + width;
        if (tool(context, words.c_str(), false, i == 0 || wraps)) {
            actions.emplace_back(ShowLand{i + 1});
        }
    }
}

} // namespace

void draw_presenter(PanelContext const &context, Actions &actions)
{
    auto const &state = context.state;
    if (!state.presenter.on) {
        return;
    }
    auto const width = static_cast<float>(state.viewport.width);
    auto const height = static_cast<float>(state.viewport.height);
    float const s = context.layout.scale;
    bool const slide = on_slide(state.presenter);
    auto const pointer = ImGui::GetIO().MousePos;
    if (slide && (pointer.y < height * bottom_edge || pointer.y > height || state.presenter.blank)) {
        return; // the class sees this window
    }
    auto const &map = stage_of(state, context.atlas).map;
    ImVec2 const corner{slide ? width - 16 * s : map.right - 16 * s, slide ? height - 16 * s : map.bottom - 16 * s};
    ImGui::SetNextWindowPos(corner, ImGuiCond_Always, {1, 1});
    ImGui::PushFont(context.fonts.note);
    if (ImGui::Begin("##presenter", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                         ImGuiWindowFlags_NoFocusOnAppearing)) {
        tools(context, actions);
        lands(context, actions);
    }
    ImGui::End();
    ImGui::PopFont();
}

} // namespace app
