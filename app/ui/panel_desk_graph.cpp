#include "app/i18n/date_text.hpp"
#include "app/state/ruler.hpp"
#include "app/ui/desk_data.hpp"
#include "app/ui/panel_desk.hpp"

#include <fmt/format.h>

#include <ranges>

namespace app {
namespace {

/// What lies under the mouse, the last drawn first.
Target const *target_at(Scene const &scene, ImVec2 at)
{
    for (auto const &target : scene.targets | std::views::reverse) {
        if (target.left <= at.x && at.x <= target.right && target.top <= at.y && at.y <= target.bottom) {
            return &target;
        }
    }
    return nullptr;
}

std::string words_of(PanelContext const &context, Target const &target)
{
    auto const &language = context.state.language;
    if (target.kind == Kind::unit) {
        return context.atlas.units[target.index].name.in(language);
    }
    auto const &event = context.atlas.events[target.index];
    return fmt::format("{}\n{}", event_date_text(context.texts, event), event.title.in(language));
}

} // namespace

/// The graph itself is a scene that the shell paints under the panel; here it is pointed at and pressed.
void draw_desk_graph(PanelContext const &context, Actions &actions)
{
    auto const &desk = *context.desk;
    if (desk.graph == nullptr) {
        wrapped(context.fonts.body, context.theme.secondary,
                context.texts.tr("No railway with timetable kilometres: choose a unit that goes by rail."));
        return;
    }
    auto const area = graph_area(context.layout);
    ImGui::SetCursorScreenPos({area.x, area.y});
    bool const pressed = ImGui::InvisibleButton("graph", {area.width, area.height});
    if (!ImGui::IsItemHovered()) {
        return;
    }
    auto const mouse = ImGui::GetMousePos();
    auto const *const target = target_at(*desk.graph, mouse);
    if (target != nullptr) {
        ImGui::SetTooltip("%s", words_of(context, *target).c_str());
    }
    if (float const wheel = ImGui::GetIO().MouseWheel; wheel != 0) {
        auto const about = instant_at(desk.window, (mouse.x - desk.plot.x) / desk.plot.width);
        actions.emplace_back(ZoomRuler{about, wheel > 0 ? 1.25 : 0.8});
    }
    if (pressed && target != nullptr) {
        actions.emplace_back(Select{{target->kind, target->index}});
    } else if (pressed && mouse.x >= desk.plot.x && mouse.x <= desk.plot.x + desk.plot.width) {
        actions.emplace_back(SetInstant{instant_at(desk.window, (mouse.x - desk.plot.x) / desk.plot.width)});
    }
}

} // namespace app
