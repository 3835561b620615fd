#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

std::string message_text(PanelContext const &context)
{
    auto const &message = context.state.message;
    return message.lead.empty() ? std::string{}
                                : fmt::format(fmt::runtime(context.texts.tr(message.lead)), message.detail);
}

} // namespace

/// Over the timeline, in the middle: what is wrong with the data as long as it is, and what the viewer has to say,
/// until it is closed or something else is said.
void draw_notice(PanelContext const &context, Actions &actions)
{
    auto const message = message_text(context);
    if (context.notice.empty() && message.empty()) {
        return;
    }
    auto const &layout = context.layout;
    float const s = layout.scale;
    auto const view = static_cast<float>(context.state.viewport.width);
    float const most = std::min(760 * s, view - 2 * layout.timeline.x);
    auto const &text = message.empty() ? context.notice : message;
    float const width = std::min(most, width_of(context.fonts.note, text) + 80 * s);
    ImGui::SetNextWindowPos({view / 2, layout.timeline.y - 8 * s}, ImGuiCond_Always, {0.5F, 1});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{16 * s, 10 * s});
    if (ImGui::Begin("##notice", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                         ImGuiWindowFlags_NoFocusOnAppearing)) {
        if (!message.empty()) {
            auto const start = ImGui::GetCursorPos();
            float const size = 26 * s;
            ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - size);
            if (icon_button("dismiss", Icon::close, size, ButtonLook::plain, context.texts.tr("Close"), context)) {
                actions.emplace_back(Dismiss{});
            }
            ImGui::SetCursorPos(start);
            ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - size - 8 * s);
            ImGui::PushFont(context.fonts.note);
            ImGui::PushStyleColor(ImGuiCol_Text,
                                  vec(context.state.message.fault ? context.theme.accent : context.theme.text));
            ImGui::TextUnformatted(message.c_str());
            ImGui::PopStyleColor();
            ImGui::PopFont();
            ImGui::PopTextWrapPos();
            ImGui::Dummy({0, 2 * s});
        }
        if (!context.notice.empty()) {
            wrapped(context.fonts.note, context.theme.text, context.notice);
        }
    }
    ImGui::End();
    ImGui::PopStyleVar();
}

} // namespace app
