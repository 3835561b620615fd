#include "app/ui/boxed.hpp"

#include "app/ui/widgets.hpp"

namespace app {

void boxed(PanelContext const &context, char const *lead, std::string const &text, ImFont *font)
{
    if (text.empty()) {
        return;
    }
    float const s = context.layout.scale;
    ImGui::Dummy({0, 2 * s});
    auto &list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    auto const at = ImGui::GetCursorScreenPos();
    float const width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({0, 4 * s});
    ImGui::Indent(14 * s);
    if (lead != nullptr) {
        wrapped(context.fonts.note, context.theme.secondary, lead);
    }
    wrapped(font == nullptr ? context.fonts.note : font, context.theme.text, text);
    ImGui::Unindent(14 * s);
    ImGui::Dummy({0, 4 * s});
    float const bottom = ImGui::GetCursorScreenPos().y - ImGui::GetStyle().ItemSpacing.y;
    list.ChannelsSetCurrent(0);
    list.AddRectFilled(at, {at.x + width, bottom}, packed(context.theme.note_ground), 4 * s);
    list.AddRectFilled(at, {at.x + 4 * s, bottom}, packed(context.theme.note_bar));
    list.ChannelsMerge();
}

} // namespace app
