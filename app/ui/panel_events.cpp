#include "app/i18n/date_text.hpp"
#include "app/state/moments.hpp"
#include "app/ui/event_list.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>
#include <imgui_stdlib.h>

#include <algorithm>

namespace app {
namespace {

void draw_search_row(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    auto const &state = context.state;
    float const s = context.layout.scale;
    float const button = 34 * s;
    float const gap = ImGui::GetStyle().ItemSpacing.x;
    ImGui::PushFont(context.fonts.body);
    float const top = ImGui::GetCursorPosY();
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - 2 * (button + gap));
    ImGui::SetCursorPosY(top + (button - ImGui::GetFrameHeight()) / 2);
    auto query = state.typing.query;
    if (state.typing.focus_search) {
        ImGui::SetKeyboardFocusHere();
    }
    bool const entered =
        ImGui::InputTextWithHint("##search", texts.tr("Search"), &query,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    if (query != state.typing.query || state.typing.focus_search) {
        actions.emplace_back(TypeQuery{query});
    }
    if (entered && !query.empty()) {
        if (auto const &hits = context.names.find(query); !hits.empty()) {
            actions.emplace_back(Reveal{selection_of(hits.front())});
        }
    }
    ImGui::SameLine();
    ImGui::SetCursorPosY(top);
    bool const filtered = !state.filter.empty() || state.panels.has(Panel::filter);
    if (icon_button("filter", Icon::filter, button, filtered ? ButtonLook::on : ButtonLook::plain,
                    texts.tr("Filter the events"), context)) {
        actions.emplace_back(TogglePanel{Panel::filter});
    }
    ImGui::SameLine();
    ImGui::SetCursorPosY(top);
    if (icon_button("fold", Icon::fold, button, ButtonLook::plain, texts.tr("Fold away"), context)) {
        actions.emplace_back(TogglePanel{Panel::events});
    }
    ImGui::PopFont();
}

} // namespace

void draw_events(PanelContext const &context, Actions &actions)
{
    auto const &layout = context.layout;
    float const s = layout.scale;
    if (layout.events.empty()) {
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{8 * s, 8 * s});
        if (begin_paper("##events_tab", layout.events_tab, ImGuiWindowFlags_NoScrollbar) &&
            icon_button("unfold", Icon::search, layout.events_tab.height - 16 * s, ButtonLook::plain,
                        context.texts.tr("Events and search"), context)) {
            bool const gave_way = context.state.panels.has(Panel::events); // to the card
            actions.emplace_back(gave_way ? Action{Select{}} : Action{TogglePanel{Panel::events}});
        }
        end_paper();
        ImGui::PopStyleVar();
        return;
    }
    float const side = (layout.compact ? 10 : 16) * s;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{side, (layout.compact ? 8 : 12) * s});
    if (begin_paper("##events", layout.events, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse)) {
        draw_search_row(context, actions);
        if (!context.state.typing.query.empty()) {
            draw_hits(context, actions);
        } else {
            if (context.state.panels.has(Panel::filter)) {
                draw_filter(context, actions);
            }
            draw_event_list(context, actions);
        }
    }
    end_paper();
    ImGui::PopStyleVar();
}

} // namespace app
