#include "app/state/citation.hpp"
#include "app/state/view_code.hpp"
#include "app/ui/clipboard.hpp"
#include "app/ui/tools.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

/// What a language calls itself; a language that is not here goes by its code.
std::string own_name(std::string const &code)
{
    constexpr std::array names{std::pair{"en", "English"}, std::pair{"az", "Azərbaycanca"}, std::pair{"ru", "Русский"}};
    auto const found = std::ranges::find(names, code, [](auto const &entry) { return std::string{entry.first}; });
    return found == names.end() ? code : found->second;
}

/// Styles of the program by a word of the language, a style of one's own by the name of its file.
std::string style_name(std::string const &style, Texts const &texts)
{
    return style == "light"      ? texts.tr("light")
           : style == "dark"     ? texts.tr("dark")
           : style == "contrast" ? texts.tr("high contrast")
           : style == "print"    ? texts.tr("for print")
                                 : style;
}

bool option(PanelContext const &context, std::string const &text, bool on)
{
    return chip_switch(context, text, on, {0, 0, 0, 0});
}

void draw_languages(PanelContext const &context, Actions &actions)
{
    heading(context, context.texts.tr("LANGUAGE"));
    for (auto const &code : context.atlas.info.languages) {
        if (option(context, own_name(code), code == context.state.language)) {
            actions.emplace_back(SetLanguage{code});
        }
    }
    ImGui::NewLine();
}

void draw_looks(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    auto const &state = context.state;
    heading(context, texts.tr("INTERFACE"));
    for (auto const &[id, name] :
         {std::pair{ThemeId::light, texts.tr("light")}, std::pair{ThemeId::dark, texts.tr("dark")},
          std::pair{ThemeId::contrast, texts.tr("high contrast")}}) {
        if (option(context, name, state.theme == id)) {
            actions.emplace_back(SetTheme{id});
        }
    }
    ImGui::NewLine();
    heading(context, texts.tr("SIZE"));
    for (int const percent : {100, 125, 150, 175, 200, 250, 300}) {
        if (option(context, fmt::format("{} %", percent), std::lround(state.ui_scale * 100) == percent)) {
            actions.emplace_back(SetScale{static_cast<float>(percent) / 100});
        }
    }
    ImGui::NewLine();
    if (context.styles.size() > 1) {
        heading(context, texts.tr("MAP"));
        ImGui::PushID("map"); // whose styles may be called as those of the interface
        for (auto const &style : context.styles) {
            if (option(context, style_name(style, texts), state.style == style)) {
                actions.emplace_back(SetStyle{style});
            }
        }
        ImGui::PopID();
        ImGui::NewLine();
    }
}

void draw_time(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    auto const &state = context.state;
    heading(context, texts.tr("TIME"));
    if (option(context, texts.tr("Old Style date beside"), state.old_style)) {
        actions.emplace_back(ShowOldStyle{!state.old_style});
    }
    if (option(context, texts.tr("What each unit does"), state.lanes)) {
        actions.emplace_back(ToggleLanes{});
    }
    ImGui::NewLine();
}

void draw_files(PanelContext const &context, Actions &actions)
{
    if (context.files == nullptr) {
        return;
    }
    heading(context, context.texts.tr("FILES"));
    if (link(context, context.texts.tr("Open…"))) {
        actions.emplace_back(ChooseFile{FilePurpose::open});
    }
    if (link(context, context.texts.tr("Film, picture, data…"))) {
        actions.emplace_back(TogglePanel{Panel::make});
        actions.emplace_back(TogglePanel{Panel::menu});
    }
    if (!context.atlas.guests.empty() && link(context, context.texts.tr("Files over the map"))) {
        actions.emplace_back(TogglePanel{Panel::files});
        actions.emplace_back(TogglePanel{Panel::menu});
    }
}

void draw_view(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    Surroundings const in{context.atlas, context.projection};
    heading(context, texts.tr("THIS VIEW"));
    if (context.state.history.can_undo() && link(context, texts.tr("Undo"))) {
        actions.emplace_back(Undo{});
    }
    if (context.state.history.can_redo() && link(context, texts.tr("Redo"))) {
        actions.emplace_back(Redo{});
    }
    if (link(context, texts.tr("Copy its code"))) {
        copy_view(context.state, in, actions);
    }
    if (link(context, texts.tr("Go to the view whose code was copied"))) {
        paste_view(actions);
    }
    if (link(context, texts.tr("Copy how to cite it"))) {
        copy_citation(context.state, in, texts, actions);
    }
    if (link(context, texts.tr("Research"))) {
        actions.emplace_back(TogglePanel{Panel::desk});
    }
    if (link(context, texts.tr("Keys"))) {
        actions.emplace_back(TogglePanel{Panel::keys});
    }
}

void draw_about(PanelContext const &context)
{
    auto const &info = context.atlas.info;
    heading(context, context.texts.tr("ABOUT"));
    wrapped(context.fonts.strong, context.theme.text, info.title.in(context.state.language));
    wrapped(context.fonts.note, context.theme.text, info.summary.in(context.state.language));
    wrapped(context.fonts.note, context.theme.secondary,
            fmt::format("{} {} · {}", info.id, info.version, info.licence));
    wrapped(context.fonts.note, context.theme.secondary, info.attribution.in(context.state.language));
    wrapped(context.fonts.note, context.theme.secondary, info.clock_note.in(context.state.language));
}

} // namespace

void draw_menu(PanelContext const &context, Actions &actions)
{
    if (!context.state.panels.has(Panel::menu)) {
        return;
    }
    float const s = context.layout.scale;
    float const most = static_cast<float>(context.state.viewport.width) - 2 * context.layout.timeline.x;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{8 * s, 6 * s});
    if (begin_sheet(context, "##menu", std::min(380 * s, most))) {
        draw_files(context, actions);
        draw_languages(context, actions);
        draw_looks(context, actions);
        draw_time(context, actions);
        draw_view(context, actions);
        draw_about(context);
    }
    ImGui::End();
    ImGui::PopStyleVar();
}

} // namespace app
