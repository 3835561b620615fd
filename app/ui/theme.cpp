#include "app/ui/theme.hpp"

namespace app {
namespace {

constexpr Colour rgb(unsigned value)
{
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
            static_cast<std::uint8_t>(value & 0xFF), 255};
}

Theme dark_theme()
{
    return {.paper = rgb(0x1E2327),
            .edge = rgb(0x3B4349),
            .text = rgb(0xEDE8DC),
            .secondary = rgb(0xAFA998),
            .accent = rgb(0xEF8A7E),
            .on_accent = rgb(0x1E1412),
            .selected = rgb(0x40302D),
            .hovered = rgb(0x2B3238),
            .chosen = rgb(0xEDE8DC),
            .on_chosen = rgb(0x1E2327),
            .button = rgb(0x262C31),
            .note_ground = rgb(0x2B2A24),
            .note_bar = rgb(0xC89B3C),
            .track = rgb(0x3B4349)};
}

Theme contrast_theme()
{
    return {.paper = rgb(0xFFFFFF),
            .edge = rgb(0x000000),
            .text = rgb(0x000000),
            .secondary = rgb(0x3A372E),
            .accent = rgb(0x8C0F0A),
            .on_accent = rgb(0xFFFFFF),
            .selected = rgb(0xFFE9A8),
            .hovered = rgb(0xEDEDED),
            .chosen = rgb(0x000000),
            .on_chosen = rgb(0xFFFFFF),
            .button = rgb(0xFFFFFF),
            .note_ground = rgb(0xF3F0E6),
            .note_bar = rgb(0x6B4E00),
            .track = rgb(0xBDB7A6)};
}

} // namespace

Theme const &theme_of(ThemeId id)
{
    static Theme const light{};
    static Theme const dark = dark_theme();
    static Theme const high = contrast_theme();
    return id == ThemeId::light ? light : id == ThemeId::dark ? dark : high;
}

ImVec4 vec(Colour c)
{
    return {static_cast<float>(c.r) / 255.0F, static_cast<float>(c.g) / 255.0F, static_cast<float>(c.b) / 255.0F,
            static_cast<float>(c.a) / 255.0F};
}

ImU32 packed(Colour c)
{
    return IM_COL32(c.r, c.g, c.b, c.a);
}

void apply(Theme const &theme, float scale)
{
    ImGuiStyle style; // a fresh one: scaling cannot be undone
    style.WindowRounding = 10;
    style.ChildRounding = 0;
    style.FrameRounding = 8;
    style.PopupRounding = 10;
    style.GrabRounding = 8;
    style.ScrollbarRounding = 6;
    style.ScrollbarSize = 12;
    style.WindowPadding = {20, 16};
    style.FramePadding = {12, 8};
    style.ItemSpacing = {8, 8};
    style.WindowBorderSize = 1;
    style.WindowMinSize = {32, 32};
    style.ScaleAllSizes(scale);
    auto *const c = style.Colors;
    c[ImGuiCol_Text] = vec(theme.text);
    c[ImGuiCol_TextDisabled] = vec(theme.secondary);
    c[ImGuiCol_WindowBg] = vec(theme.paper);
    c[ImGuiCol_PopupBg] = vec(theme.paper);
    c[ImGuiCol_ChildBg] = {0, 0, 0, 0};
    c[ImGuiCol_Border] = vec(theme.edge);
    c[ImGuiCol_Button] = {1, 1, 1, 0};
    c[ImGuiCol_ButtonHovered] = vec(theme.hovered);
    c[ImGuiCol_ButtonActive] = vec(theme.selected);
    c[ImGuiCol_Header] = vec(theme.selected);
    c[ImGuiCol_HeaderHovered] = vec(theme.hovered);
    c[ImGuiCol_HeaderActive] = vec(theme.selected);
    c[ImGuiCol_FrameBg] = vec(theme.note_ground);
    c[ImGuiCol_FrameBgHovered] = vec(theme.hovered);
    c[ImGuiCol_FrameBgActive] = vec(theme.selected);
    c[ImGuiCol_NavHighlight] = vec(theme.accent);
    c[ImGuiCol_CheckMark] = vec(theme.accent);
    c[ImGuiCol_SliderGrab] = vec(theme.accent);
    c[ImGuiCol_SliderGrabActive] = vec(theme.accent);
    c[ImGuiCol_TableHeaderBg] = vec(theme.note_ground);
    c[ImGuiCol_TableRowBgAlt] = {0, 0, 0, 0.03F};
    c[ImGuiCol_TableBorderLight] = vec(theme.edge);
    c[ImGuiCol_TableBorderStrong] = vec(theme.edge);
    c[ImGuiCol_Separator] = vec(theme.edge);
    c[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
    c[ImGuiCol_ScrollbarGrab] = vec(theme.edge);
    c[ImGuiCol_ScrollbarGrabHovered] = vec(theme.note_bar);
    c[ImGuiCol_ScrollbarGrabActive] = vec(theme.note_bar);
    ImGui::GetStyle() = style;
}

} // namespace app
