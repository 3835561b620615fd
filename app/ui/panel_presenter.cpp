#include "app/story/lands.hpp"
#include "app/story/stage.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

namespace app {
namespace {

constexpr float bottom_edge = 0.8F; ///< where on the slide the pointer calls the bar

/// Buttons side by side, in rows that the window has room for.
class Rows
{
public:
    explicit Rows(PanelContext const &context) : m_context{context}
    {
        float const s = context.layout.scale;
        m_most = std::min(760 * s, static_cast<float>(context.state.viewport.width) - 64 * s);
    }

    bool button(char const *words, bool on = false)
    {
        float const gap = 6 * m_context.layout.scale;
        char const *const mark = std::strstr(words, "###"); // what follows is not shown
        float const width = ImGui::CalcTextSize(words, mark).x + 2 * ImGui::GetStyle().FramePadding.x;
        if (m_row > 0 && m_row + gap + width <= m_most) {
            ImGui::SameLine(0, gap);
            m_row += gap + width;
        } else {
            m_row = width;
        }
        return word_button(m_context, words, 0, on);
    }

private:
    PanelContext const &m_context;
    float m_most = 0;
    float m_row = 0; ///< width of the row so far
};

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
    Rows rows{context};
    if (rows.button(texts.tr("Back"))) {
        actions.emplace_back(AdvanceStory{-1});
    }
    if (rows.button(texts.tr("On"))) {
        actions.emplace_back(AdvanceStory{1});
    }
    if (rows.button(texts.tr("Blank"), mode.blank)) {
        actions.emplace_back(ToggleBlank{});
    }
    if (rows.button(texts.tr("Laser"), mode.pointer == Pointer::laser)) {
        actions.emplace_back(SetPointer{mode.pointer == Pointer::laser ? Pointer::none : Pointer::laser});
    }
    if (rows.button(texts.tr("Spotlight"), mode.pointer == Pointer::spotlight)) {
        actions.emplace_back(SetPointer{mode.pointer == Pointer::spotlight ? Pointer::none : Pointer::spotlight});
    }
    if (rows.button(texts.tr("Hide names"), mode.blind)) {
        actions.emplace_back(ToggleBlind{});
    }
    if (rows.button(timer_words(context).c_str(), mode.timer_minutes > 0)) {
        actions.emplace_back(SetTimer{mode.timer_minutes > 0 ? 0 : 5});
    }
    if (rows.button(texts.tr("Quiz"), context.state.quiz.open())) {
        context.state.quiz.open() ? actions.emplace_back(CloseQuiz{})
                                  : actions.emplace_back(StartQuiz{std::random_device{}()});
    }
    if (rows.button(texts.tr("End"))) {
        actions.emplace_back(TogglePresenter{});
    }
}

void lands(PanelContext const &context, Actions &actions)
{
    auto const all = lands_of(context.atlas, context.state.now);
    Rows rows{context};
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const &name = context.atlas.info.polities[all[i].polity].name.in(context.state.language);
        if (rows.button(fmt::format("{} {}", i + 1, name).c_str())) {
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
