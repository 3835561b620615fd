#include "app/ui/clipboard.hpp"

#include "app/state/citation.hpp"
#include "app/state/view_code.hpp"

#include <imgui.h>

namespace app {
namespace {

void copy(std::string const &text, Actions &actions)
{
    ImGui::SetClipboardText(text.c_str());
    // What the code cannot say goes from the view as well, so that it comes back exactly.
    actions.emplace_back(SnapView{});
    actions.emplace_back(Say{{msg("Copied: {}"), text, false}});
}

} // namespace

void copy_view(ViewerState const &state, Surroundings const &in, Actions &actions)
{
    copy(view_code(snapped(state, in), in), actions);
}

void copy_citation(ViewerState const &state, Surroundings const &in, Texts const &texts, Actions &actions)
{
    copy(citation_of(snapped(state, in), in, texts), actions);
}

void paste_view(Actions &actions)
{
    auto const *const text = ImGui::GetClipboardText();
    actions.emplace_back(PasteView{text == nullptr ? "" : text});
}

} // namespace app
