#include "app/i18n/date_text.hpp"
#include "app/state/reduce.hpp"
#include "app/state/ruler.hpp"
#include "app/ui/widgets.hpp"

#include "geo/state/source_filter.hpp"

#include <fmt/format.h>

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
                           Rate{86400, msg("1 day a second")}};

/// Where the slider lies on the screen, and the time it shows.
struct Track
{
    ImVec2 at; ///< left end of its middle line
    float width = 0;
    geo::Span span;

    [[nodiscard]] float x(geo::Instant t) const { return at.x + static_cast<float>(share_of(span, t)) * width; }
    [[nodiscard]] geo::Instant instant(float px) const { return instant_at(span, (px - at.x) / std::max(1.0F, width)); }
};

void draw_ruler(PanelContext const &context, Track const &track)
{
    auto &list = *ImGui::GetWindowDrawList();
    auto const &[theme, fonts, s] = std::tie(context.theme, context.fonts, context.layout.scale);
    for (auto const &tick : ruler_ticks(track.span, track.width, 84 * s)) {
        float const x = track.x(tick.at);
        list.AddLine({x, track.at.y + 12 * s}, {x, track.at.y + 18 * s}, packed(theme.secondary), 1);
        auto const word = tick.day ? short_date_text(context.texts, tick.at) : clock_text(tick.at);
        auto *const font = tick.day ? fonts.strong : fonts.note;
        auto const size = font->CalcTextSizeA(fonts.note->FontSize, FLT_MAX, 0, word.c_str());
        float const left = std::clamp(x - size.x / 2, track.at.x, track.at.x + track.width - size.x);
        list.AddText(font, fonts.note->FontSize, {left, track.at.y + 20 * s},
                     packed(tick.day ? theme.text : theme.secondary), word.c_str());
    }
}

/// Events as small upright marks over the line; returns the one under the pointer.
std::optional<geo::Index> draw_marks(PanelContext const &context, Track const &track)
{
    auto &list = *ImGui::GetWindowDrawList();
    float const s = context.layout.scale;
    auto const mouse = ImGui::GetIO().MousePos;
    std::optional<geo::Index> hovered;
    for (std::size_t i = 0; i < context.atlas.events.size(); ++i) {
        auto const &event = context.atlas.events[i];
        if (!geo::passes(context.atlas, context.state.desk.filter, event)) {
            continue;
        }
        auto const t = moment_of(event);
        if (!track.span.contains(t)) {
            continue;
        }
        float const x = track.x(t);
        bool const selected = context.state.selection == Selection{Kind::event, static_cast<geo::Index>(i)};
        float const top = track.at.y - (selected ? 26 : 22) * s;
        float const bottom = track.at.y - 10 * s;
        list.AddRectFilled({x - 2.5F * s, top}, {x + 2.5F * s, bottom},
                           packed(label_colour(context.atlas.info.categories, event.category, context.theme.secondary)),
                           2 * s);
        if (mouse.x >= x - 5 * s && mouse.x <= x + 5 * s && mouse.y >= top - 4 * s && mouse.y <= bottom &&
            ImGui::IsWindowHovered()) {
            hovered = static_cast<geo::Index>(i);
        }
    }
    return hovered;
}

void draw_line(PanelContext const &context, Track const &track, bool active)
{
    auto &list = *ImGui::GetWindowDrawList();
    auto const &[theme, s] = std::tie(context.theme, context.layout.scale);
    float const x = std::clamp(track.x(context.state.now), track.at.x, track.at.x + track.width);
    float const half = 4.5F * s;
    list.AddRectFilled({track.at.x, track.at.y - half}, {track.at.x + track.width, track.at.y + half},
                       packed(theme.track), half);
    list.AddRectFilled({track.at.x, track.at.y - half}, {x, track.at.y + half}, packed(theme.accent), half);
    float const r = (active ? 16.0F : 14.0F) * s;
    list.AddCircleFilled({x, track.at.y}, r, packed(theme.accent), 40);
    list.AddCircleFilled({x, track.at.y}, r - 3 * s, packed(theme.button), 40);
}

void draw_slider(PanelContext const &context, Actions &actions)
{
    float const s = context.layout.scale;
    auto const corner = ImGui::GetCursorScreenPos();
    float const width = ImGui::GetContentRegionAvail().x;
    float const height = 68 * s;
    Track const track{{corner.x + 2 * s, corner.y + 30 * s}, width - 4 * s, context.state.ruler};
    auto const marked = draw_marks(context, track);
    ImGui::InvisibleButton("slider", {width, height});
    bool const active = ImGui::IsItemActive();
    auto const &io = ImGui::GetIO();
    if (marked && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        actions.emplace_back(GoToEvent{*marked});
    } else if (active && (!marked || io.MouseDownDuration[0] > 0)) {
        if (auto const t = track.instant(io.MousePos.x); t != context.state.now && ImGui::IsMouseDragging(0, 1)) {
            actions.emplace_back(SetInstant{t});
        } else if (ImGui::IsItemActivated()) {
            actions.emplace_back(SetInstant{t});
        }
    }
    if (ImGui::IsItemDeactivated()) {
        actions.emplace_back(EndGesture{});
    }
    if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
        actions.emplace_back(ZoomRuler{track.instant(io.MousePos.x), io.MouseWheel > 0 ? 1.5 : 1 / 1.5});
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDragging(ImGuiMouseButton_Right, 0) && io.MouseDelta.x != 0) {
        auto const length = std::chrono::duration<double>(track.span.end - track.span.begin).count();
        actions.emplace_back(PanRuler{geo::Seconds{static_cast<long>(-io.MouseDelta.x / track.width * length)}});
    }
    draw_ruler(context, track);
    draw_line(context, track, active);
    if (marked && !active) {
        auto const &event = context.atlas.events[*marked];
        ImGui::SetTooltip("%s\n%s", event_time_text(context.texts, event).c_str(),
                          event.title.in(context.state.language).c_str());
    }
}

void draw_rate(PanelContext const &context, float row, Actions &actions)
{
    auto const &texts = context.texts;
    auto const current = std::ranges::find(rates, context.state.rate, &Rate::seconds);
    auto const *const shown = current == rates.end() ? "" : texts.tr(current->name);
    ImGui::PushFont(context.fonts.note);
    float const width = ImGui::CalcTextSize(shown).x + 60 * context.layout.scale;
    ImGui::SameLine(ImGui::GetWindowWidth() - width - ImGui::GetStyle().WindowPadding.x);
    ImGui::SetCursorPosY(row + 6 * context.layout.scale);
    ImGui::SetNextItemWidth(width);
    if (ImGui::BeginCombo("##rate", shown)) {
        for (auto const &rate : rates) {
            if (ImGui::Selectable(texts.tr(rate.name), rate.seconds == context.state.rate)) {
                actions.emplace_back(SetRate{rate.seconds});
            }
        }
        ImGui::EndCombo();
    }
    ImGui::PopFont();
}

} // namespace

void draw_timeline(PanelContext const &context, Actions &actions)
{
    auto const &[atlas, state, layout] = std::tie(context.atlas, context.state, context.layout);
    auto const &[theme, fonts, texts] = std::tie(context.theme, context.fonts, context.texts);
    float const s = layout.scale;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{22 * s, 14 * s});
    if (begin_paper("##timeline", layout.timeline, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse)) {
        auto const row = ImGui::GetCursorPos();
        float const large = 52 * s;
        float const small = 44 * s;
        ImGui::SetCursorPosY(row.y + (large - small) / 2);
        if (icon_button("previous", Icon::previous, small, false, texts.tr("Previous event"), context)) {
            actions.emplace_back(StepEvent{-1});
        }
        ImGui::SameLine();
        ImGui::SetCursorPosY(row.y);
        if (icon_button("play", state.playing ? Icon::pause : Icon::play, large, true,
                        state.playing ? texts.tr("Pause") : texts.tr("Play"), context)) {
            actions.emplace_back(TogglePlay{});
        }
        ImGui::SameLine();
        ImGui::SetCursorPosY(row.y + (large - small) / 2);
        if (icon_button("next", Icon::next, small, false, texts.tr("Next event"), context)) {
            actions.emplace_back(StepEvent{1});
        }
        ImGui::SameLine(0, 24 * s);
        ImGui::SetCursorPosY(row.y + (large - fonts.date->FontSize) / 2);
        wrapped(fonts.date, theme.text, full_date_text(texts, state.now));
        auto const &clock = atlas.info.clock.in(state.language);
        ImGui::SameLine(0, 14 * s);
        float const room = ImGui::GetWindowWidth() - ImGui::GetCursorPosX() - 260 * s; // the rate stands at the right
        if (fonts.body->CalcTextSizeA(fonts.body->FontSize, FLT_MAX, 0, clock.c_str()).x < room) {
            ImGui::SetCursorPosY(row.y + (large - fonts.body->FontSize) / 2 + 4 * s);
            wrapped(fonts.body, theme.secondary, clock);
        }
        draw_rate(context, row.y, actions);
        ImGui::SetCursorPos({row.x, row.y + large + 6 * s});
        draw_slider(context, actions);
    }
    end_paper();
    ImGui::PopStyleVar();
}

} // namespace app
