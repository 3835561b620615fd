#include "app/ui/widgets.hpp"

namespace app {

void draw_layers(PanelContext const &context, Actions &actions)
{
    if (!context.state.panels.has(Panel::layers)) {
        return;
    }
    auto const &layout = context.layout;
    float const s = layout.scale;
    auto const &tools = layout.tools;
    ImGui::SetNextWindowPos({tools.x, tools.y + tools.height + 8 * s});
    ImGui::SetNextWindowSize({tools.width, 0});
    if (ImGui::Begin("##layers", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize)) {
        heading(context, context.texts.tr("LAYERS OF THE MAP"));
        for (auto const &name : context.layers) {
            bool shown = !context.state.hidden.contains(name);
            if (ImGui::Checkbox(context.texts.tr(name.c_str()), &shown)) {
                actions.emplace_back(ToggleLayer{name});
            }
        }
    }
    ImGui::End();
}

} // namespace app
