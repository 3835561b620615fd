#include "app/state/moments.hpp"
#include "app/ui/timeline.hpp"
#include "app/ui/widgets.hpp"

#include "geo/state/source_filter.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace app {
namespace {

constexpr float crowded = 5; ///< pixels between ticks below which a strip tells more
constexpr float bucket = 6;  ///< width of a piece of the strip

struct Mark
{
    geo::Index event;
    float x;
};

std::vector<Mark> marks_of(PanelContext const &context, Track const &track)
{
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < context.atlas.events.size(); ++i) {
        auto const &event = context.atlas.events[i];
        if (auto const t = moment_of(event); track.span.contains(t) &&
                                             passes(context.state.filter, event, context.atlas) &&
                                             geo::passes(context.atlas, context.state.desk.filter, event)) {
            marks.push_back({static_cast<geo::Index>(i), track.x(t)});
        }
    }
    std::ranges::sort(marks, {}, &Mark::x);
    return marks;
}

/// A bar whose ends fade over what is uncertain.
void soft_bar(Track const &track, geo::Event const &event, Colour colour, float top, float height)
{
    auto const &start = event.start->start;
    auto const end = event.end ? event.end->end : start;
    if (!start || !end) {
        return;
    }
    auto &list = *ImGui::GetWindowDrawList();
    float const left = track.held_x(event.span.begin);
    float const right = track.held_x(event.span.end);
    float const full_left =
        std::clamp(track.held_x(start->precision >= geo::Precision::minute ? start->first : start->last), left, right);
    float const full_right =
        std::clamp(track.held_x(end->precision >= geo::Precision::minute ? end->last : end->first), full_left, right);
    colour.a = 150;
    auto faint = colour;
    faint.a = 0;
    list.AddRectFilledMultiColor({left, top}, {full_left, top + height}, packed(faint), packed(colour), packed(colour),
                                 packed(faint));
    list.AddRectFilled({full_left, top}, {full_right, top + height}, packed(colour));
    list.AddRectFilledMultiColor({full_right, top}, {right, top + height}, packed(colour), packed(faint), packed(faint),
                                 packed(colour));
}

/// How many events lie where, as a strip of blocks that grow with the number.
void density_strip(PanelContext const &context, Track const &track, std::vector<Mark> const &marks)
{
    float const s = context.layout.scale;
    float const width = bucket * s;
    std::vector<int> counts(static_cast<std::size_t>(std::ceil(track.width / width)) + 1);
    for (auto const &mark : marks) {
        ++counts.at(static_cast<std::size_t>(std::max(0.0F, (mark.x - track.at.x) / width)));
    }
    auto const most = static_cast<float>(*std::ranges::max_element(counts));
    auto colour = context.theme.secondary;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            float const height = (5 + 11 * std::sqrt(static_cast<float>(counts[i]) / most)) * s;
            float const x = track.at.x + static_cast<float>(i) * width;
            ImGui::GetWindowDrawList()->AddRectFilled({x, track.at.y - 9 * s - height},
                                                      {x + width - 1, track.at.y - 9 * s}, packed(colour));
        }
    }
}

bool is_crowded(std::vector<Mark> const &marks, float least)
{
    std::size_t close = 0;
    std::size_t apart = 0; // those that share a moment are one tick in any case
    for (std::size_t i = 1; i < marks.size(); ++i) {
        float const gap = marks[i].x - marks[i - 1].x;
        close += gap >= 0.5F && gap < least ? 1 : 0;
        apart += gap >= least ? 1 : 0;
    }
    return close > 12 && close > apart;
}

} // namespace

std::optional<geo::Index> draw_event_marks(PanelContext const &context, Track const &track)
{
    auto &list = *ImGui::GetWindowDrawList();
    float const s = context.layout.scale;
    auto const marks = marks_of(context, track);
    bool const strip = is_crowded(marks, crowded * s);
    if (strip) {
        density_strip(context, track, marks);
    }
    auto const mouse = ImGui::GetIO().MousePos;
    bool const near_line = ImGui::IsWindowHovered() && mouse.y >= track.at.y - 30 * s && mouse.y <= track.at.y - 8 * s;
    std::optional<geo::Index> hovered;
    float nearest = 5 * s;
    for (auto const &[index, x] : marks) {
        auto const &event = context.atlas.events[index];
        auto const colour = visible(
            label_colour(context.atlas.info.categories, event.category, context.theme.secondary), context.theme);
        bool const selected = context.state.selection == Selection{Kind::event, index};
        if (near_line && std::abs(mouse.x - x) < nearest) {
            nearest = std::abs(mouse.x - x);
            hovered = index;
        }
        if (strip && !selected) {
            continue;
        }
        if (track.x(event.span.end) - track.x(event.span.begin) > 6 * s && event.start) {
            soft_bar(track, event, colour, track.at.y - 27 * s, 3.5F * s);
        }
        list.AddRectFilled({x - 2.5F * s, track.at.y - (selected ? 25 : 21) * s}, {x + 2.5F * s, track.at.y - 9 * s},
                           packed(colour), 2 * s);
    }
    return hovered;
}

} // namespace app
