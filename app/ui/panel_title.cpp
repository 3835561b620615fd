#include "app/ui/widgets.hpp"

namespace app {

void draw_title(PanelContext const &context)
{
    auto const &layout = context.layout;
    auto const &fonts = context.fonts;
    float const s = layout.scale;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{(layout.compact ? 12 : 20) * s, 4 * s});
    if (begin_paper("##title", layout.title, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav)) {
        auto const &title = context.atlas.info.title.in(context.state.language);
        float const room = ImGui::GetContentRegionAvail().x;
        auto *const font = width_of(fonts.title, title) <= room  ? fonts.title
                           : width_of(fonts.body, title) <= room ? fonts.body
                                                                 : fonts.note;
        auto const lines = font->CalcTextSizeA(font->FontSize, FLT_MAX, room, title.c_str()).y;
        ImGui::SetCursorPosY((layout.title.height - lines) / 2);
        wrapped(font, context.theme.text, title);
        auto const *const tip = context.texts.tr("an atlas of sourced movements and events");
        float const rest = room - width_of(font, title) - 14 * s;
        if (width_of(fonts.note, tip) <= rest) {
            ImGui::SameLine(0, 14 * s);
            ImGui::SetCursorPosY((layout.title.height - fonts.note->FontSize) / 2 + 2 * s);
            wrapped(fonts.note, context.theme.secondary, tip);
        }
    }
    end_paper();
    ImGui::PopStyleVar();
}

} // namespace app
