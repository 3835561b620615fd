#include "app/ui/files_data.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

constexpr float wide = 460;
constexpr double patience = 0.4; ///< seconds: what is read sooner needs no word

} // namespace

void draw_opening(PanelContext const &context, Actions &actions)
{
    if (context.files == nullptr || !context.files->opening || context.files->opening->seconds < patience) {
        return;
    }
    auto const &work = *context.files->opening;
    auto const &viewport = context.state.viewport;
    float const s = context.layout.scale;
    ImVec2 const view{static_cast<float>(viewport.width), static_cast<float>(viewport.height)};
    ImGui::SetNextWindowPos({view.x / 2, view.y * 0.4F}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({std::min(wide * s, view.x - 16 * s), 0});
    if (ImGui::Begin("##opening", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize)) {
        wrapped(context.fonts.body, context.theme.text,
                fmt::format(fmt::runtime(context.texts.tr("{} is being read")), work.what));
        progress_bar(context, work.share, work.seconds);
        if (word_button(context, context.texts.tr("Cancel"), 0)) {
            actions.emplace_back(StopOpening{});
        }
    }
    ImGui::End();
}

} // namespace app
