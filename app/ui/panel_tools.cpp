#include "app/ui/widgets.hpp"

#include <algorithm>
#include <cctype>

namespace app {
namespace {

std::string capitals(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

void language_button(PanelContext const &context, std::string const &code, float height, Actions &actions)
{
    bool const current = code == context.state.language;
    auto const at = ImGui::GetCursorScreenPos();
    float const width = 48 * context.layout.scale;
    if (ImGui::InvisibleButton(code.c_str(), {width, height})) {
        actions.emplace_back(SetLanguage{code});
    }
    auto &list = *ImGui::GetWindowDrawList();
    auto const &theme = context.theme;
    if (current || ImGui::IsItemHovered()) {
        list.AddRectFilled(at, {at.x + width, at.y + height}, packed(current ? theme.chosen : theme.hovered),
                           8 * context.layout.scale);
    }
    auto const word = capitals(code);
    ImGui::PushFont(context.fonts.body);
    auto const size = ImGui::CalcTextSize(word.c_str());
    list.AddText({at.x + (width - size.x) / 2, at.y + (height - size.y) / 2},
                 packed(current ? theme.on_chosen : theme.text), word.c_str());
    ImGui::PopFont();
}

} // namespace

void draw_tools(PanelContext const &context, Actions &actions)
{
    auto const &layout = context.layout;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{8 * layout.scale, 8 * layout.scale});
    if (begin_paper("##tools", layout.tools, ImGuiWindowFlags_NoScrollbar)) {
        float const size = layout.tools.height - 16 * layout.scale;
        if (icon_button("keys", Icon::keys, size, false, context.texts.tr("Keys"), context)) {
            actions.emplace_back(TogglePanel{Panel::keys});
        }
        ImGui::SameLine();
        if (icon_button("layers", Icon::layers, size, false, context.texts.tr("Layers"), context)) {
            actions.emplace_back(TogglePanel{Panel::layers});
        }
        ImGui::SameLine();
        if (icon_button("desk", Icon::desk, size, false, context.texts.tr("Research"), context)) {
            actions.emplace_back(TogglePanel{Panel::desk});
        }
        for (auto const &code : context.atlas.info.languages) {
            ImGui::SameLine();
            language_button(context, code, size, actions);
        }
    }
    end_paper();
    ImGui::PopStyleVar();
}

} // namespace app
