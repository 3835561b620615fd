#include "app/state/unit_lane.hpp"
#include "app/ui/timeline.hpp"
#include "app/ui/widgets.hpp"

namespace app {
namespace {

constexpr float lane_height = 20; ///< at 100 %

void draw_stretch(Track const &track, LaneStretch const &stretch, float y, float s, Colour colour)
{
    auto &list = *ImGui::GetWindowDrawList();
    float const from = track.held_x(stretch.span.begin);
    float const to = track.held_x(stretch.span.end);
    switch (stretch.state) {
    case LaneState::moving:
        list.AddRectFilled({from, y - 4 * s}, {to, y + 4 * s}, packed(colour), 2 * s);
        break;
    case LaneState::halted:
        colour.a = 110;
        list.AddRectFilled({from, y - 1.5F * s}, {to, y + 1.5F * s}, packed(colour));
        break;
    case LaneState::last_known:
        for (float x = from; x < to; x += 7 * s) { // dotted: nobody says that it is still there
            list.AddRectFilled({x, y - 1 * s}, {std::min(to, x + 2.5F * s), y + 1 * s}, packed(colour));
        }
        break;
    }
}

void draw_lane(PanelContext const &context, Track const &track, geo::Index unit, Actions &actions)
{
    auto &list = *ImGui::GetWindowDrawList();
    auto const &theme = context.theme;
    float const s = context.layout.scale;
    auto const at = ImGui::GetCursorScreenPos();
    float const height = lane_height * s;
    ImGui::PushID(static_cast<int>(unit));
    if (ImGui::InvisibleButton("lane", {ImGui::GetContentRegionAvail().x, height})) {
        actions.emplace_back(Reveal{{Kind::unit, unit}});
    }
    ImGui::PopID();
    auto const &of = context.atlas.units[unit];
    bool const selected = context.state.selection == Selection{Kind::unit, unit};
    if (selected || ImGui::IsItemHovered()) {
        list.AddRectFilled(at, {at.x + track.width, at.y + height}, packed(selected ? theme.selected : theme.hovered));
    }
    focus_ring(context, at, {at.x + track.width, at.y + height}, 2);
    auto const colour = visible(label_colour(context.atlas.info.sides, of.side, theme.secondary), theme);
    for (auto const &stretch : unit_lane(context.atlas, unit, track.span)) {
        draw_stretch(track, stretch, at.y + height / 2, s, colour);
    }
    // The name lies over the lane on a slip of paper.
    auto const &name = of.name.in(context.state.language);
    float const width = width_of(context.fonts.note, name);
    auto slip = theme.paper;
    slip.a = 225;
    list.AddRectFilled({at.x, at.y + 1}, {at.x + width + 8 * s, at.y + height - 1}, packed(slip), 3 * s);
    list.AddText(context.fonts.note, context.fonts.note->FontSize,
                 {at.x + 4 * s, at.y + (height - context.fonts.note->FontSize) / 2}, packed(theme.text), name.c_str());
}

} // namespace

void draw_lanes(PanelContext const &context, Track const &track, float height, Actions &actions)
{
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0, 0});
    ImGui::BeginChild("lanes", {0, height});
    auto const units = units_with_lane(context.atlas, track.span);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(units.size()), lane_height * context.layout.scale);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_lane(context, track, units[static_cast<std::size_t>(i)], actions);
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

} // namespace app
