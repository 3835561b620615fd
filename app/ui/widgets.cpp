#include "app/ui/widgets.hpp"

#include "app/scene/style.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

void triangle(ImDrawList &list, ImVec2 centre, float size, bool right, ImU32 colour)
{
    float const tip = right ? size : -size;
    list.AddTriangleFilled({centre.x - tip * 0.5F, centre.y - size * 0.8F},
                           {centre.x - tip * 0.5F, centre.y + size * 0.8F}, {centre.x + tip * 0.8F, centre.y}, colour);
}

void draw_icon(ImDrawList &list, Icon icon, ImVec2 c, float r, ImU32 colour)
{
    switch (icon) {
    case Icon::play:
        triangle(list, {c.x + r * 0.05F, c.y}, r * 0.48F, true, colour);
        break;
    case Icon::pause:
        list.AddRectFilled({c.x - r * 0.34F, c.y - r * 0.38F}, {c.x - r * 0.1F, c.y + r * 0.38F}, colour, 1);
        list.AddRectFilled({c.x + r * 0.1F, c.y - r * 0.38F}, {c.x + r * 0.34F, c.y + r * 0.38F}, colour, 1);
        break;
    case Icon::previous:
    case Icon::next: {
        bool const right = icon == Icon::next;
        float const way = right ? 1.0F : -1.0F;
        triangle(list, {c.x - way * r * 0.1F, c.y}, r * 0.4F, right, colour);
        float const bar = c.x + way * r * 0.34F;
        list.AddRectFilled({bar - r * 0.06F, c.y - r * 0.34F}, {bar + r * 0.06F, c.y + r * 0.34F}, colour, 1);
        break;
    }
    case Icon::close:
        list.AddLine({c.x - r * 0.35F, c.y - r * 0.35F}, {c.x + r * 0.35F, c.y + r * 0.35F}, colour, r * 0.14F);
        list.AddLine({c.x + r * 0.35F, c.y - r * 0.35F}, {c.x - r * 0.35F, c.y + r * 0.35F}, colour, r * 0.14F);
        break;
    case Icon::layers:
        for (int i = 0; i < 3; ++i) {
            float const y = c.y + r * (0.3F - 0.3F * static_cast<float>(i));
            std::array<ImVec2, 4> const sheet{
                ImVec2{c.x - r * 0.5F, y}, {c.x, y - r * 0.26F}, {c.x + r * 0.5F, y}, {c.x, y + r * 0.26F}};
            list.AddPolyline(sheet.data(), 4, colour, ImDrawFlags_Closed, r * 0.1F);
        }
        break;
    case Icon::desk: // a lens
        list.AddCircle({c.x - r * 0.1F, c.y - r * 0.1F}, r * 0.32F, colour, 24, r * 0.12F);
        list.AddLine({c.x + r * 0.14F, c.y + r * 0.14F}, {c.x + r * 0.45F, c.y + r * 0.45F}, colour, r * 0.16F);
        break;
    case Icon::keys: {
        auto const size = ImGui::CalcTextSize("?");
        list.AddText({c.x - size.x / 2, c.y - size.y / 2}, colour, "?");
        break;
    }
    }
}

} // namespace

bool begin_paper(char const *id, PanelRect const &rect, ImGuiWindowFlags flags)
{
    ImGui::SetNextWindowPos({rect.x, rect.y});
    ImGui::SetNextWindowSize({rect.width, rect.height});
    return ImGui::Begin(id, nullptr,
                        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                            ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                            ImGuiWindowFlags_NoBringToFrontOnFocus | flags);
}

void end_paper()
{
    ImGui::End();
}

void wrapped(ImFont *font, Colour colour, std::string const &text)
{
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, vec(colour));
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void heading(PanelContext const &context, char const *text)
{
    ImGui::Dummy({0, 2 * context.layout.scale});
    wrapped(context.fonts.note, context.theme.secondary, text);
}

bool icon_button(char const *id, Icon icon, float diameter, bool strong, char const *tip, PanelContext const &context)
{
    auto const at = ImGui::GetCursorScreenPos();
    bool const pressed = ImGui::InvisibleButton(id, {diameter, diameter});
    auto const &theme = context.theme;
    float const r = diameter / 2;
    ImVec2 const centre{at.x + r, at.y + r};
    auto &list = *ImGui::GetWindowDrawList();
    auto const ground = strong ? theme.accent : ImGui::IsItemHovered() ? theme.hovered : theme.button;
    list.AddCircleFilled(centre, r, packed(ground), 48);
    if (!strong) {
        list.AddCircle(centre, r - 0.5F, packed(theme.edge), 48, 1.5F);
    }
    draw_icon(list, icon, centre, r, packed(strong ? theme.on_accent : theme.text));
    if (ImGui::IsItemHovered()) {
        ImGui::SetTooltip("%s", tip);
    }
    return pressed;
}

void chip(PanelContext const &context, std::string const &text)
{
    ImGui::PushFont(context.fonts.note);
    auto const size = ImGui::CalcTextSize(text.c_str());
    float const s = context.layout.scale;
    ImVec2 const pad{10 * s, 4 * s};
    if (ImGui::GetCursorPosX() > ImGui::GetStyle().WindowPadding.x + 1 &&
        ImGui::GetContentRegionAvail().x < size.x + 2 * pad.x) {
        ImGui::NewLine();
    }
    auto const at = ImGui::GetCursorScreenPos();
    auto &list = *ImGui::GetWindowDrawList();
    list.AddRect(at, {at.x + size.x + 2 * pad.x, at.y + size.y + 2 * pad.y}, packed(context.theme.note_bar), 20 * s, 0,
                 1);
    list.AddText({at.x + pad.x, at.y + pad.y}, packed(context.theme.text), text.c_str());
    ImGui::Dummy({size.x + 2 * pad.x, size.y + 2 * pad.y});
    ImGui::PopFont();
    ImGui::SameLine(0, 6 * s);
}

std::string label_name(std::vector<geo::Label> const &labels, std::string const &id, std::string const &language)
{
    auto const found = std::ranges::find(labels, id, &geo::Label::id);
    return found == labels.end() || found->name.empty() ? id : found->name.in(language);
}

Colour label_colour(std::vector<geo::Label> const &labels, std::string const &id, Colour otherwise)
{
    auto const found = std::ranges::find(labels, id, &geo::Label::id);
    return found == labels.end() ? otherwise : parse_colour(found->colour).value_or(otherwise);
}

} // namespace app
