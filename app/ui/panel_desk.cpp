#include "app/ui/panel_desk.hpp"

#include "app/ui/desk_data.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace app {
namespace {

constexpr float tabs_height = 44;

using Tabs = std::array<std::pair<DeskTab, char const *>, 6>;

/// Side by side, with so much room about each name.
void draw_row(PanelContext const &context, Tabs const &tabs, float padding, Actions &actions)
{
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{padding, ImGui::GetStyle().FramePadding.y});
    for (auto const &[tab, name] : tabs) {
        if (choice_button(context, name, context.state.desk.tab == tab)) {
            actions.emplace_back(ShowDesk{tab});
        }
        ImGui::SameLine(0, 6 * context.layout.scale);
    }
    ImGui::PopStyleVar();
}

/// One under another, to choose from.
void draw_list(PanelContext const &context, Tabs const &tabs, Actions &actions)
{
    auto const *const now = std::ranges::find(tabs, context.state.desk.tab, &Tabs::value_type::first);
    ImGui::SetNextItemWidth(280 * context.layout.scale);
    if (ImGui::BeginCombo("##tabs", now->second)) {
        for (auto const &[tab, name] : tabs) {
            if (ImGui::Selectable(name, tab == now->first)) {
                actions.emplace_back(ShowDesk{tab});
            }
        }
        ImGui::EndCombo();
    }
    ImGui::SameLine();
}

void draw_tabs(PanelContext const &context, Actions &actions)
{
    float const s = context.layout.scale;
    auto const &texts = context.texts;
    Tabs const tabs{{{DeskTab::sources, texts.tr("Sources")},
                     {DeskTab::itinerary, texts.tr("Itinerary")},
                     {DeskTab::graph, texts.tr("Train graph")},
                     {DeskTab::measure, texts.tr("Measure")},
                     {DeskTab::table, texts.tr("Tables")},
                     {DeskTab::scans, texts.tr("Scans")}}};
    float const size = 30 * s; // of the cross
    float words = size;
    for (auto const &[tab, name] : tabs) {
        words += ImGui::CalcTextSize(name).x + 6 * s;
    }
    float const padding = (ImGui::GetContentRegionAvail().x - words) / (2 * static_cast<float>(tabs.size()));
    constexpr float least = 3;
    if (padding < least) {
        draw_list(context, tabs, actions);
    } else {
        draw_row(context, tabs, std::min(padding, ImGui::GetStyle().FramePadding.x), actions);
    }
    ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - size);
    if (icon_button("close_desk", Icon::close, size, ButtonLook::plain, texts.tr("Close"), context)) {
        actions.emplace_back(TogglePanel{Panel::desk});
    }
}

} // namespace

PanelRect graph_area(Layout const &layout)
{
    float const s = layout.scale;
    auto const &desk = layout.desk;
    return {desk.x + 12 * s, desk.y + tabs_height * s, desk.width - 24 * s, desk.height - (tabs_height + 8) * s};
}

bool choice_button(PanelContext const &context, char const *name, bool chosen)
{
    auto const &theme = context.theme;
    ImGui::PushStyleColor(ImGuiCol_Button, vec(chosen ? theme.chosen : theme.paper));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, vec(chosen ? theme.chosen : theme.hovered));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, vec(theme.selected));
    ImGui::PushStyleColor(ImGuiCol_Text, vec(chosen ? theme.on_chosen : theme.text));
    bool const pressed = ImGui::Button(name);
    ImGui::PopStyleColor(4);
    return pressed;
}

void draw_desk(PanelContext const &context, Actions &actions)
{
    if (context.layout.desk.empty() || context.desk == nullptr) {
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{14 * context.layout.scale, 8 * context.layout.scale});
    bool const shows = begin_paper("##desk", context.layout.desk, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    if (shows) {
        draw_tabs(context, actions);
        bool const graph = context.state.desk.tab == DeskTab::graph;
        if (graph) {
            draw_desk_graph(context, actions);
        } else if (ImGui::BeginChild("desk", {0, 0})) {
            switch (context.state.desk.tab) {
            case DeskTab::sources:
                draw_desk_sources(context, actions);
                break;
            case DeskTab::itinerary:
                draw_desk_itinerary(context, actions);
                break;
            case DeskTab::scans:
                draw_desk_scans(context, actions);
                break;
            case DeskTab::measure:
                draw_desk_measure(context, actions);
                break;
            default:
                draw_desk_table(context, actions);
            }
        }
        if (!graph) {
            ImGui::EndChild();
        }
    }
    end_paper();
}

} // namespace app
