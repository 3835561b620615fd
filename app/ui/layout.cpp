#include "app/ui/layout.hpp"

#include "app/story/stage.hpp"
#include "app/story/telling.hpp"
#include "app/ui/tools.hpp"

#include <algorithm>

namespace app {
namespace {

// All in pixels at 100 %.
constexpr float least_width = 640; ///< what the panels need
constexpr float least_height = 375;
constexpr float compact_width = 900; ///< below this the window counts as small
constexpr float compact_height = 500;
constexpr float lane_height = 20;
constexpr float least_map = 0.18F; ///< of the width, between events and card

float timeline_height(ViewerState const &state, bool compact)
{
    float const lanes = state.lanes ? lane_height * (compact ? 2 : 5) + 8 : 0;
    return (compact ? 126.0F : 158.0F) + lanes;
}

} // namespace

Layout lay_out(ViewerState const &state)
{
    auto const width = static_cast<float>(state.viewport.width);
    auto const height = static_cast<float>(state.viewport.height);
    Layout layout;
    float const s = std::max(0.75F, std::min({state.ui_scale, width / least_width, height / least_height}));
    layout.scale = s;
    if (on_slide(state.presenter)) { // the slide is painted with the map
        return layout;
    }
    layout.compact = width < compact_width * s || height < compact_height * s;
    float const margin = (layout.compact ? 8 : 16) * s;
    float const bar = (layout.compact ? 46 : 56) * s;

    float const timeline = timeline_height(state, layout.compact) * s;
    layout.timeline = {margin, height - margin - timeline, width - 2 * margin, timeline};
    float const tools = tools_width(bar, s, layout.compact);
    layout.tools = {width - margin - tools, margin, tools, bar};
    layout.title = {margin, margin, std::min(620 * s, layout.tools.x - 2 * margin), bar};
    float const top = layout.title.y + layout.title.height + margin;
    float const bottom = layout.timeline.y - margin;
    float const half = (width - 3 * margin) / 2;
    if (state.story.story || state.quiz.open() || state.panels.has(Panel::stories)) {
        layout.story = {margin, top, std::min(story_sheet_width(state), layout.compact ? half : width), bottom - top};
    } else if (state.panels.has(Panel::events)) {
        layout.events = {margin, top, std::min(370 * s, layout.compact ? half : width * 0.3F), bottom - top};
    } else {
        layout.events_tab = {margin, top, bar, bar};
    }
    // While a story or a quiz speaks, a card opens only for what the viewer chose.
    bool const spoken_for = is_telling(state) || state.quiz.open();
    if (!spoken_for && state.panels.has(Panel::card) && state.selection.kind != Kind::none) {
        float const card = std::min(400 * s, layout.compact ? half : width * 0.34F);
        layout.card = {width - margin - card, top, card, bottom - top};
        auto const &events = layout.events;
        if (!events.empty() && layout.card.x - events.x - events.width < least_map * width) {
            layout.events = {}; // the map between them would be a slit: they take turns
            layout.events_tab = {margin, top, bar, bar};
        }
    }
    if (state.panels.has(Panel::desk)) {
        float const left = layout.events.empty() ? margin : layout.events.x + layout.events.width + margin;
        float const right = layout.card.empty() ? width - margin : layout.card.x - margin;
        float const high = std::min((bottom - top) * 0.52F, 430 * s);
        layout.desk = {left, bottom - high, right - left, high};
    }
    return layout;
}

} // namespace app
