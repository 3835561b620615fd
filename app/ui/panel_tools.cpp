#include "app/ui/tools.hpp"
#include "app/ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace app {
namespace {

constexpr float gap = 6;
constexpr float pad = 8;
constexpr float word_width = 44;
constexpr std::size_t most_languages = 3; ///< more are in the menu

std::string capitals(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

void language_button(PanelContext const &context, std::string const &code, float height, Actions &actions)
{
    bool const current = code == context.state.language;
    auto const at = ImGui::GetCursorScreenPos();
    float const s = context.layout.scale;
    float const width = word_width * s;
    if (ImGui::InvisibleButton(code.c_str(), {width, height})) {
        actions.emplace_back(SetLanguage{code});
    }
    auto &list = *ImGui::GetWindowDrawList();
    auto const &theme = context.theme;
    if (current || ImGui::IsItemHovered()) {
        list.AddRectFilled(at, {at.x + width, at.y + height}, packed(current ? theme.chosen : theme.hovered), 8 * s);
    }
    focus_ring(context, at, {at.x + width, at.y + height}, 8 * s);
    auto const word = capitals(code);
    ImGui::PushFont(context.fonts.body);
    auto const size = ImGui::CalcTextSize(word.c_str());
    list.AddText({at.x + (width - size.x) / 2, at.y + (height - size.y) / 2},
                 packed(current ? theme.on_chosen : theme.text), word.c_str());
    ImGui::PopFont();
}

} // namespace

std::span<Tool const> all_tools()
{
    static std::array const tools{Tool{"undo", Icon::undo, msg("Undo"), Undo{}, false, nullptr,
                                       [](ViewerState const &s) { return s.history.can_undo(); }},
                                  Tool{"redo", Icon::redo, msg("Redo"), Redo{}, false, nullptr,
                                       [](ViewerState const &s) { return s.history.can_redo(); }},
                                  Tool{"layers", Icon::layers, msg("Layers"), TogglePanel{Panel::layers}, true,
                                       [](ViewerState const &s) { return s.panels.has(Panel::layers); }},
                                  Tool{"stories", Icon::book, msg("Stories"), TogglePanel{Panel::stories}, true,
                                       [](ViewerState const &s) { return s.panels.has(Panel::stories); }},
                                  Tool{"desk", Icon::desk, msg("Research"), TogglePanel{Panel::desk}, false,
                                       [](ViewerState const &st) { return st.panels.has(Panel::desk); }},
                                  Tool{"keys", Icon::keys, msg("Keys"), TogglePanel{Panel::keys}, false,
                                       [](ViewerState const &s) { return s.panels.has(Panel::keys); }},
                                  Tool{"menu", Icon::menu, msg("Menu"), TogglePanel{Panel::menu}, true,
                                       [](ViewerState const &s) { return s.panels.has(Panel::menu); }}};
    return tools;
}

float tools_width(float bar, float scale, bool compact)
{
    auto const shown = std::ranges::count_if(all_tools(), [&](Tool const &tool) { return tool.always || !compact; });
    float const button = bar - 2 * pad * scale;
    return 2 * pad * scale + static_cast<float>(shown) * (button + gap * scale) +
           static_cast<float>(most_languages) * (word_width + gap) * scale - gap * scale;
}

void draw_tools(PanelContext const &context, Actions &actions)
{
    auto const &layout = context.layout;
    float const s = layout.scale;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{pad * s, pad * s});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{gap * s, gap * s});
    if (begin_paper("##tools", layout.tools, ImGuiWindowFlags_NoScrollbar)) {
        float const size = layout.tools.height - 2 * pad * s;
        for (auto const &tool : all_tools()) {
            if (layout.compact && !tool.always) {
                continue;
            }
            bool const enabled = tool.enabled == nullptr || tool.enabled(context.state);
            bool const on = tool.on != nullptr && tool.on(context.state);
            auto const look = !enabled ? ButtonLook::off : on ? ButtonLook::on : ButtonLook::plain;
            if (icon_button(tool.id, tool.icon, size, look, context.texts.tr(tool.tip), context) && enabled) {
                actions.push_back(tool.action);
            }
            ImGui::SameLine();
        }
        auto const &languages = context.atlas.info.languages;
        for (std::size_t i = 0; i < std::min(languages.size(), most_languages); ++i) {
            language_button(context, languages[i], size, actions);
            ImGui::SameLine();
        }
    }
    end_paper();
    ImGui::PopStyleVar(2);
}

} // namespace app
