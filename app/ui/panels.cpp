#include "app/ui/widgets.hpp"

namespace app {

void draw_notice(PanelContext const &context)
{
    if (context.notice.empty()) {
        return;
    }
    auto const &layout = context.layout;
    ImGui::SetNextWindowPos(
        {static_cast<float>(context.state.viewport.width) / 2, layout.timeline.y - 12 * layout.scale}, ImGuiCond_Always,
        {0.5F, 1});
    if (ImGui::Begin("##notice", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                         ImGuiWindowFlags_NoFocusOnAppearing)) {
        ImGui::PushFont(context.fonts.note);
        ImGui::TextUnformatted(context.notice.c_str());
        ImGui::PopFont();
    }
    ImGui::End();
}

void draw_panels(PanelContext const &context, Actions &actions)
{
    draw_title(context, actions);
    draw_events(context, actions);
    draw_card(context, actions);
    draw_timeline(context, actions);
    draw_tools(context, actions);
    draw_desk(context, actions);
    draw_filter_note(context, actions);
    draw_layers(context, actions);
    draw_keys(context, actions);
    draw_notice(context);
}

} // namespace app
