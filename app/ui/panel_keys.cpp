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
                          std::pair{"+  -", tr.tr("zoom the map")},
                          std::pair{"0", tr.tr("show the whole map")},
                          std::pair{"F", tr.tr("full screen")},
                          std::pair{"R", tr.tr("show or hide the researcher's desk")},
                          std::pair{"F5", tr.tr("read the atlas again")},
                          std::pair{"Ctrl+Z  Ctrl+Y", tr.tr("undo or redo a change of the view")},
                          std::pair{"Esc", tr.tr("let go of the selection")},
                          std::pair{"F1", tr.tr("show or hide the keys")}};
    auto const &viewport = context.state.viewport;
    ImGui::SetNextWindowPos({static_cast<float>(viewport.width) / 2, static_cast<float>(viewport.height) / 2},
                            ImGuiCond_Always, {0.5F, 0.5F});
    if (ImGui::Begin("##keys", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize)) {
        heading(context, tr.tr("KEYS"));
        if (ImGui::BeginTable("keys", 2)) {
            for (auto const &[key, what] : rows) {
                ImGui::TableNextRow();
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(key);
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
}

} // namespace app
