#include "app/i18n/date_text.hpp"
#include "app/state/reduce.hpp"
#include "app/ui/widgets.hpp"

#include "geo/state/source_filter.hpp"

#include <algorithm>

namespace app {
namespace {

enum class Tense { past, now, next };

Tense tense_of(geo::Event const &event, geo::Instant now)
{
    return event.span.end <= now ? Tense::past : event.span.begin <= now ? Tense::now : Tense::next;
}

/// The event whose moment the clock passed last: the list scrolls to it when the clock moves.
geo::Index latest_before(geo::Atlas const &atlas, geo::SourceFilter const &filter, geo::Instant now)
{
    geo::Index latest = 0;
    for (std::size_t i = 0; i < atlas.events.size(); ++i) {
        if (moment_of(atlas.events[i]) <= now && geo::passes(atlas, filter, atlas.events[i])) {
            latest = static_cast<geo::Index>(i);
        }
    }
    return latest;
}

struct Row
{
    float height = 0;
    std::string time;
    std::string title;
};

/// One event as a row; true if it was pressed.
bool draw_row(PanelContext const &context, geo::Index index, Tense tense)
{
    auto const &event = context.atlas.events[index];
    auto const &[theme, fonts, s] = std::tie(context.theme, context.fonts, context.layout.scale);
    bool const selected = context.state.selection == Selection{Kind::event, index};
    auto const time = event_time_text(context.texts, event);
    auto const &title = event.title.in(context.state.language);
    float const left = 34 * s;
    float const width = ImGui::GetContentRegionAvail().x;
    auto const title_size =
        fonts.body->CalcTextSizeA(fonts.body->FontSize, FLT_MAX, width - left - 12 * s, title.c_str());
    float const height = fonts.note->FontSize + title_size.y + 20 * s;
    auto const at = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(index));
    bool const pressed = ImGui::InvisibleButton("row", {width, height});
    ImGui::PopID();
    if (!ImGui::IsItemVisible()) {
        return pressed;
    }
    auto &list = *ImGui::GetWindowDrawList();
    if (selected || tense == Tense::now || ImGui::IsItemHovered()) {
        list.AddRectFilled(at, {at.x + width, at.y + height},
                           packed(selected || tense == Tense::now ? theme.selected : theme.hovered));
    }
    if (selected) {
        list.AddRectFilled(at, {at.x + 3 * s, at.y + height}, packed(theme.accent));
    }
    auto dot = label_colour(context.atlas.info.categories, event.category, theme.secondary);
    dot.a = tense == Tense::past ? 130 : 255;
    list.AddCircleFilled({at.x + 20 * s, at.y + 10 * s + fonts.note->FontSize / 2}, 5 * s, packed(dot), 20);
    auto const ink = tense == Tense::past ? theme.secondary : theme.text;
    list.AddText(fonts.note, fonts.note->FontSize, {at.x + left, at.y + 8 * s}, packed(theme.secondary), time.c_str());
    list.AddText(fonts.body, fonts.body->FontSize, {at.x + left, at.y + 10 * s + fonts.note->FontSize}, packed(ink),
                 title.c_str(), nullptr, width - left - 12 * s);
    return pressed;
}

} // namespace

void draw_events(PanelContext const &context, Actions &actions)
{
    auto const &[atlas, state, layout] = std::tie(context.atlas, context.state, context.layout);
    if (layout.events.empty()) {
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 14 * layout.scale});
    if (begin_paper("##events", layout.events, ImGuiWindowFlags_NoScrollbar)) {
        ImGui::Indent(20 * layout.scale);
        heading(context, context.texts.tr("EVENTS"));
        ImGui::Unindent(20 * layout.scale);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0, 0});
        ImGui::BeginChild("list", {0, 0});
        auto const latest = latest_before(atlas, state.desk.filter, state.now);
        auto *const storage = ImGui::GetStateStorage();
        auto const key = ImGui::GetID("latest");
        auto const count_key = ImGui::GetID("count");
        auto const count = static_cast<int>(std::ranges::count_if(
            atlas.events, [&](geo::Event const &event) { return geo::passes(atlas, state.desk.filter, event); }));
        bool const moved =
            storage->GetInt(key, -1) != static_cast<int>(latest) || storage->GetInt(count_key, -1) != count;
        for (std::size_t i = 0; i < atlas.events.size(); ++i) {
            auto const index = static_cast<geo::Index>(i);
            if (!geo::passes(atlas, state.desk.filter, atlas.events[i])) {
                continue;
            }
            if (draw_row(context, index, tense_of(atlas.events[i], state.now))) {
                actions.emplace_back(GoToEvent{index});
            }
            if (moved && index == latest) {
                ImGui::SetScrollHereY(0.35F);
            }
        }
        storage->SetInt(key, static_cast<int>(latest));
        storage->SetInt(count_key, count);
        ImGui::EndChild();
        ImGui::PopStyleVar();
    }
    end_paper();
    ImGui::PopStyleVar();
}

} // namespace app
