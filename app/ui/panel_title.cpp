#include "app/ui/widgets.hpp"

namespace app {

void draw_title(PanelContext const &context, Actions &actions)
{
    auto const &layout = context.layout;
    auto const &[theme, fonts] = std::tie(context.theme, context.fonts);
    if (begin_paper("##title", layout.title, ImGuiWindowFlags_NoScrollbar)) {
        ImGui::SetCursorPosY((layout.title.height - fonts.title->FontSize) / 2 - 2 * layout.scale);
        wrapped(fonts.title, theme.text, context.atlas.info.title.in(context.state.language));
        ImGui::SameLine(0, 14 * layout.scale);
        ImGui::SetCursorPosY((layout.title.height - fonts.note->FontSize) / 2);
        auto const *const tip = context.texts.tr("an atlas of sourced movements and events");
        if (ImGui::GetContentRegionAvail().x > fonts.note->CalcTextSizeA(fonts.note->FontSize, FLT_MAX, 0, tip).x) {
            wrapped(fonts.note, theme.secondary, tip);
        }
    }
    end_paper();
    (void)actions;
}

} // namespace app
