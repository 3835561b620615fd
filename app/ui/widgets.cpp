#include "app/ui/widgets.hpp"

#include "app/i18n/number_text.hpp"
#include "app/scene/style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// What a chip needs for its text: one line, or several where the panel is narrower than that.
ImVec2 chip_text_size(std::string const &text, float others)
{
    float const row = ImGui::GetWindowContentRegionMax().x - ImGui::GetWindowContentRegionMin().x;
    return ImGui::CalcTextSize(text.c_str(), nullptr, false, std::max(1.0F, row - others));
}

void draw_chip_text(ImVec2 at, Colour colour, std::string const &text, float width)
{
    ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), ImGui::GetFontSize(), at, packed(colour), text.c_str(),
                                        nullptr, width + 1);
}

/// Goes to a new row if a chip of this width no longer fits; chips stand side by side.
void place_chip(float width)
{
    if (ImGui::GetCursorPosX() > ImGui::GetStyle().WindowPadding.x + 1 && ImGui::GetContentRegionAvail().x < width) {
        ImGui::NewLine();
    }
}

constexpr float chip_x = 10;
constexpr float chip_y = 4;

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

bool begin_sheet(PanelContext const &context, char const *id, float width)
{
    auto const &layout = context.layout;
    float const s = layout.scale;
    float const top = layout.tools.y + layout.tools.height + 8 * s;
    ImGui::SetNextWindowPos({layout.tools.x + layout.tools.width - width, top});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, layout.timeline.y - 8 * s - top});
    return ImGui::Begin(id, nullptr,
                        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                            ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
}

void wrapped(ImFont *font, Colour colour, std::string const &text, float width)
{
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, vec(colour));
    ImGui::PushTextWrapPos(width);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

float width_of(ImFont const *font, std::string const &text)
{
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

void heading(PanelContext const &context, char const *text)
{
    ImGui::Dummy({0, 2 * context.layout.scale});
    wrapped(context.fonts.note, context.theme.secondary, text);
}

bool link(PanelContext const &context, std::string const &text)
{
    auto *const font = context.fonts.body;
    float const width = ImGui::GetContentRegionAvail().x;
    auto const size = font->CalcTextSizeA(font->FontSize, FLT_MAX, width, text.data(), text.data() + text.size());
    auto const at = ImGui::GetCursorScreenPos();
    bool const pressed = ImGui::InvisibleButton(text.c_str(), {std::max(1.0F, size.x), std::max(1.0F, size.y)});
    auto &list = *ImGui::GetWindowDrawList();
    list.AddText(font, font->FontSize, at, packed(context.theme.accent), text.data(), text.data() + text.size(), width);
    if (ImGui::IsItemHovered()) {
        list.AddLine({at.x, at.y + size.y}, {at.x + size.x, at.y + size.y}, packed(context.theme.accent), 1);
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    focus_ring(context, at, {at.x + size.x, at.y + size.y}, 2);
    return pressed;
}

void focus_ring(PanelContext const &context, ImVec2 from, ImVec2 to, float rounding)
{
    if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible) {
        float const s = context.layout.scale;
        ImGui::GetWindowDrawList()->AddRect({from.x - 2 * s, from.y - 2 * s}, {to.x + 2 * s, to.y + 2 * s},
                                            packed(context.theme.accent), rounding + 2 * s, 0, 2 * s);
    }
}

bool icon_button(char const *id, Icon icon, float diameter, ButtonLook look, char const *tip,
                 PanelContext const &context)
{
    auto const at = ImGui::GetCursorScreenPos();
    bool const pressed = ImGui::InvisibleButton(id, {diameter, diameter});
    auto const &theme = context.theme;
    float const r = diameter / 2;
    ImVec2 const centre{at.x + r, at.y + r};
    auto &list = *ImGui::GetWindowDrawList();
    auto const ground = look == ButtonLook::strong ? theme.accent
                        : look == ButtonLook::on   ? theme.chosen
                        : ImGui::IsItemHovered()   ? theme.hovered
                                                   : theme.button;
    auto const sign = look == ButtonLook::strong ? theme.on_accent
                      : look == ButtonLook::on   ? theme.on_chosen
                      : look == ButtonLook::off  ? theme.edge
                                                 : theme.text;
    list.AddCircleFilled(centre, r, packed(ground), 48);
    if (look == ButtonLook::plain || look == ButtonLook::off) {
        list.AddCircle(centre, r - 0.5F, packed(theme.edge), 48, 1.5F);
    }
    draw_icon(list, icon, centre, r, packed(sign));
    focus_ring(context, at, {at.x + diameter, at.y + diameter}, r);
    if (ImGui::IsItemHovered()) {
        ImGui::SetTooltip("%s", tip);
    }
    return pressed;
}

bool word_button(PanelContext const &context, char const *words, float width, bool on)
{
    auto const &theme = context.theme;
    ImGui::PushStyleColor(ImGuiCol_Button, vec(on ? theme.chosen : theme.note_ground));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, vec(on ? theme.chosen : theme.selected));
    ImGui::PushStyleColor(ImGuiCol_Text, vec(on ? theme.on_chosen : theme.text));
    bool const pressed = ImGui::Button(words, {width, 38 * context.layout.scale});
    ImGui::PopStyleColor(3);
    return pressed;
}

void progress_bar(PanelContext const &context, double share, double seconds_gone)
{
    float const s = context.layout.scale;
    auto const &theme = context.theme;
    auto const at = ImGui::GetCursorScreenPos();
    float const width = ImGui::GetContentRegionAvail().x;
    float const height = 8 * s;
    auto &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, packed(theme.track), height / 2);
    if (auto const done = std::clamp(static_cast<float>(share), 0.0F, 1.0F) * width; done > height) {
        list.AddRectFilled(at, {at.x + done, at.y + height}, packed(theme.accent), height / 2);
    }
    ImGui::Dummy({width, height});
    auto words = share < 0 ? std::string{} : fmt::format("{:.0f} %", std::floor(std::clamp(share, 0.0, 1.0) * 100));
    if (share > 0.01 && seconds_gone > 1) {
        words += fmt::format(" · {}", fmt::format(fmt::runtime(context.texts.tr("{} left")),
                                                  short_duration_text(context.texts, seconds_gone * (1 - share) / share)));
    }
    wrapped(context.fonts.note, theme.secondary, words.empty() ? " " : words);
}

void chip(PanelContext const &context, std::string const &text)
{
    ImGui::PushFont(context.fonts.note);
    float const s = context.layout.scale;
    ImVec2 const pad{chip_x * s, chip_y * s};
    auto const size = chip_text_size(text, 2 * pad.x);
    place_chip(size.x + 2 * pad.x);
    auto const at = ImGui::GetCursorScreenPos();
    auto &list = *ImGui::GetWindowDrawList();
    list.AddRect(at, {at.x + size.x + 2 * pad.x, at.y + size.y + 2 * pad.y}, packed(context.theme.note_bar), 14 * s, 0,
                 1);
    draw_chip_text({at.x + pad.x, at.y + pad.y}, context.theme.text, text, size.x);
    ImGui::Dummy({size.x + 2 * pad.x, size.y + 2 * pad.y});
    ImGui::PopFont();
    ImGui::SameLine(0, 6 * s);
}

bool chip_switch(PanelContext const &context, std::string const &text, bool on, Colour dot)
{
    ImGui::PushFont(context.fonts.note);
    float const s = context.layout.scale;
    ImVec2 const pad{chip_x * s, chip_y * s};
    float const spot = dot.a == 255 ? 14 * s : 0;
    auto const size = chip_text_size(text, 2 * pad.x + spot);
    ImVec2 const whole{size.x + 2 * pad.x + spot, size.y + 2 * pad.y};
    place_chip(whole.x);
    auto const at = ImGui::GetCursorScreenPos();
    bool const pressed = ImGui::InvisibleButton(text.c_str(), whole);
    auto &list = *ImGui::GetWindowDrawList();
    auto const &theme = context.theme;
    ImVec2 const end{at.x + whole.x, at.y + whole.y};
    list.AddRectFilled(at, end,
                       packed(on                       ? theme.selected
                              : ImGui::IsItemHovered() ? theme.hovered
                                                       : theme.paper),
                       14 * s);
    list.AddRect(at, end, packed(on ? theme.accent : theme.edge), 14 * s, 0, 1.2F * s);
    if (spot > 0) {
        list.AddCircleFilled({at.x + pad.x + 4 * s, at.y + whole.y / 2}, 4.5F * s, packed(dot), 16);
    }
    draw_chip_text({at.x + pad.x + spot, at.y + pad.y}, on ? theme.text : theme.secondary, text, size.x);
    focus_ring(context, at, end, 14 * s);
    ImGui::PopFont();
    ImGui::SameLine(0, 6 * s);
    return pressed;
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

Colour visible(Colour colour, Theme const &theme)
{
    auto const towards = [](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(from + (to - from) / 5);
    };
    for (int i = 0; i < 8 && contrast(colour, theme.paper) < 3; ++i) {
        colour = {towards(colour.r, theme.text.r), towards(colour.g, theme.text.g), towards(colour.b, theme.text.b),
                  colour.a};
    }
    return colour;
}

Colour readable(Colour colour, Theme const &theme)
{
    return contrast(colour, theme.paper) >= 4.5 ? colour : theme.text;
}

} // namespace app
