#include "app/i18n/date_text.hpp"
#include "app/i18n/number_text.hpp"
#include "app/ui/timeline.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>

namespace app {
namespace {

struct Rate
{
    double seconds; ///< of the atlas a real second
    char const *name;
};

constexpr std::array rates{Rate{60, msg("1 minute a second")},     Rate{600, msg("10 minutes a second")},
                           Rate{1800, msg("30 minutes a second")}, Rate{3600, msg("1 hour a second")},
                           Rate{10800, msg("3 hours a second")},   Rate{21600, msg("6 hours a second")},
                           Rate{43200, msg("12 hours a second")},  Rate{86400, msg("1 day a second")}};

/// "35 min/s": what a second of playing is worth just now.
std::string true_rate(PanelContext const &context)
{
    double const rate = story_rate(pace_moments(context.atlas), context.state.now);
    return fmt::format(fmt::runtime(context.texts.tr("{} a second")), duration_text(context.texts, rate));
}

std::string rate_text(PanelContext const &context)
{
    auto const &state = context.state;
    auto const current = std::ranges::find(rates, state.rate, &Rate::seconds);
    return state.pace == Pace::story ? true_rate(context)
           : current == rates.end()
               ? fmt::format(fmt::runtime(context.texts.tr("{} a second")), duration_text(context.texts, state.rate))
               : std::string{context.texts.tr(current->name)};
}

/// With "story pace" before the rate where there is room for both.
std::string shown_rate(PanelContext const &context, float room)
{
    auto rate = rate_text(context);
    if (context.state.pace != Pace::story) {
        return rate;
    }
    auto const both = fmt::format("{}: {}", context.texts.tr("story pace"), rate);
    return width_of(context.fonts.note, both) <= room ? both : rate;
}

void draw_buttons(PanelContext const &context, float height, Actions &actions)
{
    auto const &texts = context.texts;
    bool const compact = context.layout.compact;
    float const top = ImGui::GetCursorPosY();
    float const s = context.layout.scale;
    auto const button = [&](char const *id, Icon icon, float size, ButtonLook look, char const *tip, Action action) {
        ImGui::SetCursorPosY(top + (height - size) / 2);
        if (icon_button(id, icon, size, look, tip, context)) {
            actions.push_back(std::move(action));
        }
        ImGui::SameLine();
    };
    float const small = (compact ? 30 : 36) * s;
    float const middle = (compact ? 34 : 44) * s;
    button("previous", Icon::previous, middle, ButtonLook::plain, texts.tr("Previous event"), StepEvent{-1});
    button("back", Icon::back, small, ButtonLook::plain, texts.tr("Step back"), StepTime{-1});
    button("play", context.state.playing ? Icon::pause : Icon::play, height, ButtonLook::strong,
           context.state.playing ? texts.tr("Pause") : texts.tr("Play"), TogglePlay{});
    button("forward", Icon::forward, small, ButtonLook::plain, texts.tr("Step forward"), StepTime{1});
    button("next", Icon::next, middle, ButtonLook::plain, texts.tr("Next event"), StepEvent{1});
}

void choose_rate(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    auto const &state = context.state;
    if (ImGui::Selectable(texts.tr("story pace"), state.pace == Pace::story)) {
        actions.emplace_back(SetPace{Pace::story});
    }
    for (auto const &rate : rates) {
        if (ImGui::Selectable(texts.tr(rate.name), state.pace == Pace::steady && rate.seconds == state.rate)) {
            actions.emplace_back(SetRate{rate.seconds});
        }
    }
}

void draw_rate(PanelContext const &context, std::string const &words, float width, Actions &actions)
{
    ImGui::SetNextItemWidth(width);
    if (ImGui::BeginCombo("##rate", words.c_str(), ImGuiComboFlags_HeightLargest)) {
        choose_rate(context, actions);
        ImGui::EndCombo();
    }
    if (ImGui::IsItemHovered()) {
        ImGui::SetTooltip("%s\n%s", context.texts.tr("How fast time runs"), words.c_str());
    }
}

/// Loop, lanes and rate at the right. \return the width they take
float draw_right(PanelContext const &context, float height, Actions &actions)
{
    auto const &texts = context.texts;
    auto const &state = context.state;
    bool const compact = context.layout.compact; // then the lanes are in the menu
    float const s = context.layout.scale;
    float const gap = ImGui::GetStyle().ItemSpacing.x;
    float const button = (compact ? 30 : 36) * s;
    auto const words = shown_rate(context, (compact ? 110 : 300) * s);
    ImGui::PushFont(context.fonts.note);
    float const frame = ImGui::GetFrameHeight();
    float const combo = width_of(context.fonts.note, words) + frame + 2 * ImGui::GetStyle().FramePadding.x;
    float const total = combo + (compact ? 1.0F : 2.0F) * (button + gap);
    float const top = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({ImGui::GetWindowContentRegionMax().x - total, top + (height - button) / 2});
    if (icon_button("loop", Icon::loop, button, state.loop ? ButtonLook::on : ButtonLook::plain,
                    state.loop ? texts.tr("Play on without end")
                               : texts.tr("Loop what the ruler shows (Shift + drag: a part of it)"),
                    context)) {
        actions.emplace_back(ToggleLoop{});
    }
    ImGui::SameLine();
    if (!compact) {
        if (icon_button("lanes", Icon::lanes, button, state.lanes ? ButtonLook::on : ButtonLook::plain,
                        texts.tr("What each unit does"), context)) {
            actions.emplace_back(ToggleLanes{});
        }
        ImGui::SameLine();
    }
    ImGui::SetCursorPosY(top + (height - frame) / 2);
    draw_rate(context, words, combo, actions);
    ImGui::PopFont();
    return total;
}

void draw_date_entry(PanelContext const &context, float height, float room, Actions &actions)
{
    auto const &state = context.state;
    float const s = context.layout.scale;
    ImGui::PushFont(context.fonts.body);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (height - ImGui::GetFrameHeight()) / 2);
    ImGui::SetNextItemWidth(std::min(room, 260 * s));
    auto text = state.typing.date;
    if (!ImGui::IsAnyItemActive()) {
        ImGui::SetKeyboardFocusHere();
    }
    bool const entered =
        ImGui::InputText("##date", &text, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    if (entered) {
        actions.emplace_back(GoToDate{text});
    } else if (text != state.typing.date) {
        actions.emplace_back(TypeDate{text});
    }
    if (ImGui::IsItemDeactivated() && !entered) {
        actions.emplace_back(OpenDateEntry{false});
    }
    ImGui::PopFont();
}

/// What stands beside the date: the clock it is of, and the Old Style date on request.
std::string beside_date(PanelContext const &context)
{
    auto words = context.atlas.info.clock.in(context.state.language);
    if (context.state.old_style) {
        auto const old = old_style_text(context.texts, context.state.now);
        words = words.empty() ? old : old + " · " + words;
    }
    return words;
}

/// The date as large as it fits, with what stands beside it at its right or under it; pressed, it can be typed.
void draw_date(PanelContext const &context, float height, float room, Actions &actions)
{
    auto const &fonts = context.fonts;
    float const s = context.layout.scale;
    auto const full = full_date_text(context.texts, context.state.now);
    auto const brief = brief_date_text(context.texts, context.state.now);
    auto const beside = beside_date(context);
    float const beside_width = width_of(fonts.note, beside);
    bool const must_show = context.state.old_style;
    struct Choice
    {
        ImFont *font;
        std::string const *words;
    };
    std::array const choices{Choice{fonts.date, &full},   Choice{fonts.card, &full},  Choice{fonts.date, &brief},
                             Choice{fonts.title, &full},  Choice{fonts.card, &brief}, Choice{fonts.title, &brief},
                             Choice{fonts.strong, &brief}};
    auto const fits = [&](Choice const &c) {
        bool const below = must_show && width_of(c.font, *c.words) + 14 * s + beside_width > room;
        return width_of(c.font, *c.words) <= room &&
               (!below || c.font->FontSize + fonts.note->FontSize <= height + 2 * s);
    };
    auto const found = std::ranges::find_if(choices, fits);
    auto const &[font, words] = found == choices.end() ? choices.back() : *found;
    float const width = width_of(font, *words);
    auto const at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton("date", {std::max(1.0F, std::min(width, room)), height})) {
        actions.emplace_back(OpenDateEntry{true});
    }
    auto &list = *ImGui::GetWindowDrawList();
    bool const right = width + 14 * s + beside_width <= room;
    bool const below = !right && must_show && beside_width <= room;
    float const top = at.y + (height - font->FontSize - (below ? fonts.note->FontSize - 3 * s : 0)) / 2;
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled({at.x - 6 * s, at.y}, {at.x + width + 6 * s, at.y + height}, packed(context.theme.hovered),
                           8 * s);
        ImGui::SetTooltip("%s\n%s\n%s", full.c_str(), beside.c_str(), context.texts.tr("Click to type a date"));
    }
    focus_ring(context, at, {at.x + width, at.y + height}, 6 * s);
    list.AddText(font, font->FontSize, {at.x, top}, packed(context.theme.text), words->c_str());
    if (right || below) {
        ImVec2 const place =
            right ? ImVec2{at.x + width + 14 * s, top + font->FontSize * 0.76F - fonts.note->FontSize * 0.76F}
                  : ImVec2{at.x, top + font->FontSize - 3 * s};
        list.AddText(fonts.note, fonts.note->FontSize, place, packed(context.theme.secondary), beside.c_str());
    }
}

} // namespace

void draw_transport(PanelContext const &context, float height, Actions &actions)
{
    float const s = context.layout.scale;
    float const top = ImGui::GetCursorPosY();
    draw_buttons(context, height, actions);
    float const left = ImGui::GetCursorPosX() + (context.layout.compact ? 2 : 12) * s;
    ImGui::SetCursorPosY(top);
    float const right = draw_right(context, height, actions);
    ImGui::SetCursorPos({left, top});
    float const room = ImGui::GetWindowContentRegionMax().x - right - left - 12 * s;
    if (context.state.typing.date_open) {
        draw_date_entry(context, height, room, actions);
    } else {
        draw_date(context, height, room, actions);
    }
}

} // namespace app
