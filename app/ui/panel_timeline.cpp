#include "app/i18n/date_text.hpp"
#include "app/ui/timeline.hpp"
#include "app/ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

void draw_loop(PanelContext const &context, Track const &track, geo::Span const &loop)
{
    float const s = context.layout.scale;
    auto colour = context.theme.note_bar;
    colour.a = 90;
    ImGui::GetWindowDrawList()->AddRectFilled({track.held_x(loop.begin), track.at.y - 26 * s},
                                              {track.held_x(loop.end), track.at.y + 8 * s}, packed(colour), 3 * s);
}

void draw_line(PanelContext const &context, Track const &track, bool active)
{
    auto &list = *ImGui::GetWindowDrawList();
    auto const &theme = context.theme;
    float const s = context.layout.scale;
    float const x = track.held_x(context.state.now);
    float const half = 4.5F * s;
    list.AddRectFilled({track.at.x, track.at.y - half}, {track.at.x + track.width, track.at.y + half},
                       packed(theme.track), half);
    list.AddRectFilled({track.at.x, track.at.y - half}, {x, track.at.y + half}, packed(theme.accent), half);
    float const r = (active ? 15.0F : 13.0F) * s;
    list.AddCircleFilled({x, track.at.y}, r, packed(theme.accent), 40);
    list.AddCircleFilled({x, track.at.y}, r - 3 * s, packed(theme.button), 40);
}

/// Dragging with Shift brushes a span to be looped. The span begins where the button went down.
void brush(Track const &track, Actions &actions)
{
    auto const &io = ImGui::GetIO();
    if (std::abs(io.MousePos.x - io.MouseClickedPos[0].x) > 3) {
        auto const a = track.instant(io.MouseClickedPos[0].x);
        auto const b = track.instant(io.MousePos.x);
        actions.emplace_back(SetLoop{geo::Span{std::min(a, b), std::max(a, b)}});
    }
}

void scrub(PanelContext const &context, Track const &track, std::optional<geo::Index> marked, Actions &actions)
{
    auto const &io = ImGui::GetIO();
    if (marked && ImGui::IsItemActivated() && !io.KeyShift) {
        actions.emplace_back(GoToEvent{*marked});
    } else if (ImGui::IsItemActive() && io.KeyShift) {
        brush(track, actions);
    } else if (ImGui::IsItemActive() && (ImGui::IsItemActivated() || ImGui::IsMouseDragging(0, 1))) {
        if (auto const t = track.instant(io.MousePos.x); t != context.state.now) {
            actions.emplace_back(SetInstant{t});
        }
    }
    if (ImGui::IsItemDeactivated()) {
        actions.emplace_back(EndGesture{});
    }
}

void zoom_and_pan(Track const &track, Actions &actions)
{
    auto const &io = ImGui::GetIO();
    auto const length = std::chrono::duration<double>(track.span.end - track.span.begin).count();
    auto const pan = [&](double share) {
        actions.emplace_back(PanRuler{geo::Seconds{static_cast<long>(share * length)}});
    };
    if (io.MouseWheelH != 0) {
        pan(static_cast<double>(io.MouseWheelH) * -0.1);
    } else if (io.MouseWheel != 0) {
        actions.emplace_back(
            ZoomRuler{track.instant(io.MousePos.x), std::pow(1.5, static_cast<double>(io.MouseWheel))});
    }
    if (ImGui::IsMouseDragging(ImGuiMouseButton_Right, 0) && io.MouseDelta.x != 0) {
        pan(static_cast<double>(-io.MouseDelta.x / track.width));
    }
}

void tell(PanelContext const &context, Track const &track, std::optional<geo::Index> marked)
{
    if (marked) {
        auto const &event = context.atlas.events[*marked];
        ImGui::SetTooltip("%s\n%s", event_time_text(context.texts, event).c_str(),
                          event.title.in(context.state.language).c_str());
    } else {
        ImGui::SetTooltip("%s", full_date_text(context.texts, track.instant(ImGui::GetIO().MousePos.x)).c_str());
    }
}

void draw_slider(PanelContext const &context, float height, Actions &actions)
{
    float const s = context.layout.scale;
    auto const corner = ImGui::GetCursorScreenPos();
    float const width = ImGui::GetContentRegionAvail().x;
    Track const track{{corner.x + 2 * s, corner.y + 30 * s}, width - 4 * s, context.state.ruler};
    if (context.state.loop && context.state.loop->overlaps(track.span)) {
        draw_loop(context, track, *context.state.loop);
    }
    auto const marked = draw_event_marks(context, track);
    ImGui::InvisibleButton("slider", {width, height});
    bool const active = ImGui::IsItemActive();
    scrub(context, track, marked, actions);
    bool const hovered = ImGui::IsItemHovered();
    if (hovered) {
        zoom_and_pan(track, actions);
    }
    draw_ruler(context, track);
    draw_line(context, track, active);
    if (hovered && !active) {
        tell(context, track, marked);
    }
    if (context.state.lanes) {
        draw_lanes(context, track, ImGui::GetContentRegionAvail().y, actions);
    }
}

} // namespace

float Track::held_x(geo::Instant t) const
{
    return std::clamp(x(t), at.x, at.x + width);
}

geo::Instant Track::instant(float px) const
{
    return instant_at(span, static_cast<double>((px - at.x) / std::max(1.0F, width)));
}

void draw_timeline(PanelContext const &context, Actions &actions)
{
    auto const &layout = context.layout;
    float const s = layout.scale;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, layout.compact ? ImVec2{12 * s, 8 * s} : ImVec2{22 * s, 14 * s});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{6 * s, 6 * s});
    if (begin_paper("##timeline", layout.timeline, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse)) {
        float const row = (layout.compact ? 46 : 52) * s;
        auto const start = ImGui::GetCursorPos();
        draw_transport(context, row, actions);
        ImGui::SetCursorPos({start.x, start.y + row + 4 * s});
        draw_slider(context, 62 * s, actions);
    }
    end_paper();
    ImGui::PopStyleVar(2);
}

} // namespace app
