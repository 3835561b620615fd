#include "app/ui/widgets.hpp"

namespace app {

void draw_layers(PanelContext const &context, Actions &actions)
{
    if (!context.state.panels.has(Panel::layers)) {
        return;
    }
    if (begin_sheet(context, "##layers", 306 * context.layout.scale)) {
        heading(context, context.texts.tr("LAYERS OF THE MAP"));
        for (auto const &name : context.layers) {
            bool shown = !context.state.hidden.contains(name);
            if (ImGui::Checkbox(context.texts.tr(name), &shown)) {
                actions.emplace_back(ToggleLayer{name});
            }
        }
    }
    ImGui::End();
}

} // namespace app
