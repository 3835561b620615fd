#include "app/ui/panels.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace app {
namespace {

bool pressed(ImGuiKey key)
{
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), false);
}

void leave_panels()
{
    ImGui::GetIO().ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    ImGui::SetWindowFocus(nullptr);
}

/// Tab goes from panel to panel; within one the arrows move and Space presses. Esc and the mouse give the keys back to
/// the map.
void walk_panels(PanelContext const &context, int step)
{
    auto const &state = context.state;
    std::vector<char const *> open{"##tools"};
    auto const &layout = context.layout;
    for (auto const &[rect, id] : {std::pair{layout.story, state.quiz.open() ? "##quiz" : "##story"},
                                   std::pair{layout.events, "##events"}, std::pair{layout.events_tab, "##events_tab"},
                                   std::pair{layout.card, "##card"}, std::pair{layout.desk, "##desk"}}) {
        if (!rect.empty()) {
            open.push_back(id);
        }
    }
    for (auto const &[panel, id] : {std::pair{Panel::layers, "##layers"}, std::pair{Panel::menu, "##menu"},
                                    std::pair{Panel::files, "##files"}, std::pair{Panel::keys, "##keys"}}) {
        if (state.panels.has(panel)) {
            open.push_back(id);
        }
    }
    open.push_back("##timeline");
    auto *const storage = ImGui::GetStateStorage();
    auto const key = ImGui::GetID("walk");
    auto &io = ImGui::GetIO();
    bool const walking = (io.ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0;
    auto const count = static_cast<int>(open.size());
    int const at = walking ? (storage->GetInt(key) + step + count) % count : (step > 0 ? 0 : count - 1);
    storage->SetInt(key, at);
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    ImGui::SetWindowFocus(open[static_cast<std::size_t>(at)]);
}

} // namespace

void walk_by_keys(PanelContext const &context)
{
    auto const &io = ImGui::GetIO();
    if (io.MouseClicked[0] || io.MouseClicked[1]) {
        ImGui::GetIO().ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    }
    if (io.WantTextInput) {
        return;
    }
    if (pressed(ImGuiKey_Tab) && !io.KeyCtrl && !io.KeyAlt) {
        walk_panels(context, io.KeyShift ? -1 : 1);
    } else if (pressed(ImGuiKey_Escape) && (io.ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0) {
        leave_panels();
    }
}

} // namespace app
