#include "app/ui/keys.hpp"
#include "app/ui/widgets.hpp"

#include <array>

namespace app {

std::span<KeyWords const> all_keys()
{
    static std::array const keys{KeyWords{msg("Space"), msg("play or pause")},
                                 KeyWords{msg("Left, Right"), msg("step back or forward in time")},
                                 KeyWords{msg("Shift + Left, Right"), msg("previous or next event")},
                                 KeyWords{"Home  End", msg("start or end of the atlas")},
                                 KeyWords{"[  ]", msg("show more or less time in the ruler")},
                                 KeyWords{"G", msg("type a date")},
                                 KeyWords{"S", msg("story pace or steady pace")},
                                 KeyWords{"O", msg("loop what the ruler shows")},
                                 KeyWords{"U", msg("what each unit does")},
                                 KeyWords{"+  -", msg("zoom the map")},
                                 KeyWords{msg("Ctrl + arrows"), msg("move the map")},
                                 KeyWords{"0", msg("show the whole map")},
                                 KeyWords{"F", msg("full screen")},
                                 KeyWords{"F5", msg("read the atlas again")},
                                 KeyWords{"Ctrl+F  /", msg("search")},
                                 KeyWords{"Ctrl+O", msg("open an atlas or a file")},
                                 KeyWords{"E", msg("fold or unfold the events")},
                                 KeyWords{"Tab", msg("go from panel to panel; arrows and Space within")},
                                 KeyWords{msg("PageDown, PageUp"), msg("tell a story: on or back")},
                                 KeyWords{msg("Shift + PageDown, PageUp"), msg("next or previous step of the story")},
                                 KeyWords{"R", msg("run the step of the story once more")},
                                 KeyWords{msg("Backspace"), msg("back to the story")},
                                 KeyWords{"P", msg("present to a class")},
                                 KeyWords{"B  .", msg("blank the screen")},
                                 KeyWords{"L", msg("laser, spotlight")},
                                 KeyWords{"H", msg("hide the names")},
                                 KeyWords{"T", msg("timer: start or hold")},
                                 KeyWords{"1 – 9", msg("show a land, or choose an answer")},
                                 KeyWords{"Esc", msg("let go of the selection")},
                                 KeyWords{"Ctrl+Z  Ctrl+Y", msg("undo or redo a change of the view")},
                                 KeyWords{"Ctrl+C  Ctrl+V", msg("copy the code of the view, go to a copied one")},
                                 KeyWords{"Ctrl+Shift+C", msg("copy how to cite the view")},
                                 KeyWords{"D", msg("show or hide the researcher's desk")},
                                 KeyWords{"F1", msg("show or hide the keys")},
                                 KeyWords{"Ctrl+Q", msg("leave the program")}};
    return keys;
}

void draw_keys(PanelContext const &context, Actions &actions)
{
    if (!context.state.panels.has(Panel::keys)) {
        return;
    }
    auto const &tr = context.texts;
    auto const &viewport = context.state.viewport;
    float const s = context.layout.scale;
    ImVec2 const room{static_cast<float>(viewport.width) - 16 * s, static_cast<float>(viewport.height) - 16 * s};
    ImGui::SetNextWindowPos({static_cast<float>(viewport.width) / 2, static_cast<float>(viewport.height) / 2},
                            ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({0, 0}, room);
    ImGui::PushFont(context.fonts.note);
    if (ImGui::Begin("##keys", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize)) {
        heading(context, tr.tr("KEYS"));
        if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingFixedFit)) {
            for (auto const &[key, what] : all_keys()) {
                ImGui::TableNextRow();
                ImGui::TableNextColumn();
                ImGui::PushFont(context.fonts.strong);
                ImGui::TextUnformatted(tr.tr(key));
                ImGui::PopFont();
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(tr.tr(what));
            }
            ImGui::EndTable();
        }
        if (ImGui::Button(tr.tr("Close"))) {
            actions.emplace_back(TogglePanel{Panel::keys});
        }
    }
    ImGui::End();
    ImGui::PopFont();
}

} // namespace app
