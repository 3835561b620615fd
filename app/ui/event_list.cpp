#include "app/ui/event_list.hpp"

#include "app/i18n/date_text.hpp"
#include "app/state/moments.hpp"
#include "app/ui/widgets.hpp"

#include "geo/state/source_filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace app {
namespace {

enum class Tense : std::uint8_t { past, now, next };

Tense tense_of(geo::Event const &event, geo::Instant now)
{
    // What lasts for weeks would be "now" all the time and hide what happens.
    bool const brief = event.span.end - event.span.begin <= std::chrono::hours{48};
    return event.span.end <= now              ? Tense::past
           : event.span.begin <= now && brief ? Tense::now
           : event.span.begin <= now          ? Tense::past
                                              : Tense::next;
}

constexpr float text_left = 30; ///< of the row's edge, at 100 %

float text_width(PanelContext const &context)
{
    return ImGui::GetContentRegionAvail().x - (text_left + 8) * context.layout.scale;
}

/// Heights of rows are kept as long as what they hang on stays, so that a long list costs nothing.
class RowHeights
{
public:
    explicit RowHeights(PanelContext const &context) : m_context{context}, m_store{*ImGui::GetStateStorage()}
    {
        auto const &language = context.state.language;
        auto const signature =
            ImGui::GetID(fmt::format("{} {:.0f} {:.2f} {}", language, ImGui::GetContentRegionAvail().x,
                                     context.layout.scale, context.atlas.events.size())
                             .c_str());
        if (m_store.GetInt(1) != static_cast<int>(signature)) {
            auto const latest = m_store.GetInt(2, -1);
            m_store.Clear();
            m_store.SetInt(1, static_cast<int>(signature));
            m_store.SetInt(2, latest);
        }
    }

    float of(geo::Index event)
    {
        auto *const height = m_store.GetFloatRef(event + 16, 0);
        if (*height == 0) {
            *height = event_row_height(m_context, event);
        }
        return *height;
    }
    /// True if this is not the event that the list was scrolled to last.
    bool moved_to(int latest)
    {
        bool const moved = m_store.GetInt(2, -1) != latest;
        m_store.SetInt(2, latest);
        return moved;
    }

private:
    PanelContext const &m_context;
    ImGuiStorage &m_store;
};

void draw_now_line(PanelContext const &context)
{
    float const s = context.layout.scale;
    auto const at = ImGui::GetCursorScreenPos();
    float const width = ImGui::GetContentRegionAvail().x;
    auto *const font = context.fonts.strong;
    auto const words =
        fmt::format("{}, {}", short_date_text(context.texts, context.state.now), clock_text(context.state.now));
    float const text = width_of(font, words);
    ImGui::Dummy({width, font->FontSize + 4 * s});
    auto &list = *ImGui::GetWindowDrawList();
    auto const colour = packed(context.theme.accent);
    float const y = at.y + font->FontSize / 2 + 2 * s;
    list.AddText(font, font->FontSize, {at.x + text_left * s, at.y + 2 * s}, colour, words.c_str());
    list.AddLine({at.x, y}, {at.x + (text_left - 8) * s, y}, colour, 1.5F * s);
    list.AddLine({at.x + text_left * s + text + 8 * s, y}, {at.x + width, y}, colour, 1.5F * s);
}

geo::Indices shown_events(PanelContext const &context)
{
    geo::Indices shown;
    for (std::size_t i = 0; i < context.atlas.events.size(); ++i) {
        auto const &event = context.atlas.events[i];
        if (passes(context.state.filter, event, context.atlas) &&
            geo::passes(context.atlas, context.state.desk.filter, event)) {
            shown.push_back(static_cast<geo::Index>(i));
        }
    }
    return shown;
}

} // namespace

float event_row_height(PanelContext const &context, geo::Index event)
{
    auto const &fonts = context.fonts;
    auto const &title = context.atlas.events[event].title.in(context.state.language);
    auto const time = event_time_text(context.texts, context.atlas.events[event]);
    float const width = text_width(context);
    auto const above = fonts.note->CalcTextSizeA(fonts.note->FontSize, FLT_MAX, width, time.c_str());
    auto const size = fonts.body->CalcTextSizeA(fonts.body->FontSize, FLT_MAX, width, title.c_str());
    return above.y + size.y + 14 * context.layout.scale;
}

bool draw_event_row(PanelContext const &context, geo::Index index, float height)
{
    auto const &event = context.atlas.events[index];
    auto const &theme = context.theme;
    auto const &fonts = context.fonts;
    float const s = context.layout.scale;
    float const width = ImGui::GetContentRegionAvail().x;
    auto const at = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(index));
    bool const pressed = ImGui::InvisibleButton("row", {width, height});
    ImGui::PopID();
    if (!ImGui::IsItemVisible()) {
        return pressed;
    }
    auto const tense = tense_of(event, context.state.now);
    bool const selected = context.state.selection == Selection{Kind::event, index};
    auto &list = *ImGui::GetWindowDrawList();
    ImVec2 const end{at.x + width, at.y + height};
    if (selected || tense == Tense::now || ImGui::IsItemHovered()) {
        list.AddRectFilled(at, end, packed(selected ? theme.selected : theme.hovered), 4 * s);
    }
    if (selected) {
        list.AddRectFilled(at, {at.x + 3 * s, end.y}, packed(theme.accent));
    }
    focus_ring(context, {at.x + 3 * s, at.y + 3 * s}, {end.x - 3 * s, end.y - 3 * s}, 4 * s);
    auto dot = visible(label_colour(context.atlas.info.categories, event.category, theme.secondary), theme);
    dot.a = tense == Tense::past ? 130 : 255;
    list.AddCircleFilled({at.x + 15 * s, at.y + 6 * s + fonts.note->FontSize / 2}, 5 * s, packed(dot), 20);
    auto const ink = tense == Tense::past ? theme.secondary : theme.text;
    auto const time = event_time_text(context.texts, event);
    auto const &title = event.title.in(context.state.language);
    float const left = at.x + text_left * s;
    float const room = text_width(context);
    auto const above = fonts.note->CalcTextSizeA(fonts.note->FontSize, FLT_MAX, room, time.c_str());
    list.AddText(fonts.note, fonts.note->FontSize, {left, at.y + 6 * s}, packed(theme.secondary), time.c_str(), nullptr,
                 room);
    list.AddText(fonts.body, fonts.body->FontSize, {left, at.y + 6 * s + above.y}, packed(ink), title.c_str(), nullptr,
                 room);
    return pressed;
}

void draw_event_list(PanelContext const &context, Actions &actions)
{
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0, 0});
    ImGui::BeginChild("list", {0, 0});
    auto const shown = shown_events(context);
    auto const &atlas = context.atlas;
    auto const after =
        std::ranges::find_if(shown, [&](geo::Index i) { return moment_of(atlas.events[i]) > context.state.now; });
    auto const latest = after == shown.begin() ? -1 : static_cast<int>(*std::prev(after));
    RowHeights heights{context};
    bool const moved = heights.moved_to(latest);
    for (auto i = shown.begin(); i != shown.end(); ++i) {
        if (i == after) {
            draw_now_line(context);
        }
        if (draw_event_row(context, *i, heights.of(*i))) {
            actions.emplace_back(GoToEvent{*i});
        }
        if (moved && std::next(i) == after) {
            ImGui::SetScrollHereY(0.35F);
        }
    }
    if (shown.empty()) {
        wrapped(context.fonts.body, context.theme.secondary, context.texts.tr("No event passes the filter."));
    } else if (after == shown.end()) {
        draw_now_line(context);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

} // namespace app
