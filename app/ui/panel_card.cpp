#include "app/ui/card.hpp"
#include "app/ui/widgets.hpp"

namespace app {
namespace {

void draw_content(PanelContext const &context, Actions &actions)
{
    auto const [kind, index] = context.state.selection;
    switch (kind) {
    case Kind::event:
        draw_event_card(context, context.atlas.events[index], actions);
        break;
    case Kind::unit:
        draw_unit_card(context, index, actions);
        break;
    case Kind::place:
        draw_place_card(context, index, actions);
        break;
    case Kind::person:
        draw_person_card(context, index, actions);
        break;
    case Kind::region:
        draw_region_card(context, context.atlas.regions[index]);
        break;
    case Kind::line:
        draw_line_card(context, context.atlas.lines[index]);
        break;
    case Kind::none:
        break;
    }
}

void draw_buttons(PanelContext const &context, Actions &actions)
{
    float const s = context.layout.scale;
    float const size = 30 * s;
    float const right = ImGui::GetWindowContentRegionMax().x;
    if (context.state.selection.kind == Kind::unit) {
        bool const on = context.state.following;
        ImGui::SetCursorPosX(right - 2 * size - 6 * s);
        if (icon_button("follow", Icon::follow, size, on ? ButtonLook::on : ButtonLook::plain,
                        on ? context.texts.tr("The map follows; let it stand") : context.texts.tr("Let the map follow"),
                        context)) {
            actions.emplace_back(SetFollowing{!on});
        }
        ImGui::SameLine();
    }
    ImGui::SetCursorPosX(right - size);
    if (icon_button("close", Icon::close, size, ButtonLook::plain, context.texts.tr("Close"), context)) {
        actions.emplace_back(Select{});
    }
}

} // namespace

void draw_card(PanelContext const &context, Actions &actions)
{
    auto const &layout = context.layout;
    if (layout.card.empty()) {
        return;
    }
    float const s = layout.scale;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, layout.compact ? ImVec2{12 * s, 8 * s} : ImVec2{20 * s, 16 * s});
    if (begin_paper("##card", layout.card)) {
        // Another thing is read from its top.
        auto *const storage = ImGui::GetStateStorage();
        auto const key = ImGui::GetID("shown");
        auto const [kind, index] = context.state.selection;
        int const shown = static_cast<int>(index) * 8 + static_cast<int>(kind);
        if (storage->GetInt(key, -1) != shown) {
            storage->SetInt(key, shown);
            ImGui::SetScrollY(0);
        }
        auto const start = ImGui::GetCursorPos();
        draw_buttons(context, actions);
        ImGui::SetCursorPos(start);
        draw_content(context, actions);
    }
    end_paper();
    ImGui::PopStyleVar();
}

} // namespace app
