#include "app/ui/widgets.hpp"

#include <array>
#include <utility>

namespace app {

void draw_keys(PanelContext const &context, Actions &actions)
{
    if (!context.state.panels.has(Panel::keys)) {
        return;
    }
    auto const &tr = context.texts;
    std::array const rows{std::pair{tr.tr("Space"), tr.tr("play or pause")},
                          std::pair{tr.tr("Left, Right"), tr.tr("step back or forward in time")},
                          std::pair{tr.tr("Shift + Left, Right"), tr.tr("previous or next event")},
                          std::pair{"Home  End", tr.tr("start or end of the atlas")},
                          std::pair{"[  ]", tr.tr("show more or less time in the ruler")},
                          std::pair{"G", tr.tr("type a date")},
                          std::pair{"S", tr.tr("story pace or steady pace")},
                          std::pair{"O", tr.tr("loop what the ruler shows")},
                          std::pair{"U", tr.tr("what each unit does")},
                          std::pair{"+  -", tr.tr("zoom the map")},
                          std::pair{tr.tr("Ctrl + arrows"), tr.tr("move the map")},
                          std::pair{"0", tr.tr("show the whole map")},
                          std::pair{"F", tr.tr("full screen")},
                          std::pair{"F5", tr.tr("read the atlas again")},
                          std::pair{"Ctrl+F  /", tr.tr("search")},
                          std::pair{"Ctrl+O", tr.tr("open an atlas or a file")},
                          std::pair{"E", tr.tr("fold or unfold the events")},
                          std::pair{"Tab", tr.tr("go from panel to panel; arrows and Space within")},
                          std::pair{tr.tr("PageDown, PageUp"), tr.tr("tell a story: on or back")},
                          std::pair{tr.tr("Shift + PageDown, PageUp"), tr.tr("next or previous step of the story")},
                          std::pair{"R", tr.tr("run the step of the story once more")},
                          std::pair{tr.tr("Backspace"), tr.tr("back to the story")},
                          std::pair{"P", tr.tr("present to a class")},
                          std::pair{"B", tr.tr("blank the screen")},
                          std::pair{"L", tr.tr("laser, spotlight")},
                          std::pair{"H", tr.tr("hide the names")},
                          std::pair{"T", tr.tr("timer: start or hold")},
                          std::pair{"1 – 9", tr.tr("show a land, or choose an answer")},
                          std::pair{"Esc", tr.tr("let go of the selection")},
                          std::pair{"Ctrl+Z  Ctrl+Y", tr.tr("undo or redo a change of the view")},
                          std::pair{"Ctrl+C  Ctrl+V", tr.tr("copy the code of the view, go to a copied one")},
                          std::pair{"Ctrl+Shift+C", tr.tr("copy how to cite the view")},
                          std::pair{"D", tr.tr("show or hide the researcher's desk")},
                          std::pair{"F1", tr.tr("show or hide the keys")}};
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
            for (auto const &[key, what] : rows) {
                ImGui::TableNextRow();
                ImGui::TableNextColumn();
                ImGui::PushFont(context.fonts.strong);
                ImGui::TextUnformatted(key);
                ImGui::PopFont();
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(what);
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
